using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Submitting;
using Workflow.Web.Teams.Cards.Asks;
using Workflow.Web.Teams.Cards.Schema;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams.Cards;

/// <summary>A short declaration: what nobody can judge without, and nothing more. Its inputs are named as on the form.</summary>
internal static class DeclareCard
{
    /// <summary>Composes it.</summary>
    /// <param name="fields">What was typed, what can be chosen and what is wrong.</param>
    /// <param name="form">The page with the whole form.</param>
    public static OutgoingCard For(DeclarationFields fields, Uri form) => Room.Fit($"Declare a use of generative AI", room => Compose(fields, form, room));

    private static AdaptiveCard Compose(DeclarationFields fields, Uri form, Room room) => AskCard.Frame(
        [
            CardWords.Heading($"Declare a use of generative AI"),
            .. CardWords.Paragraph($"The short form. For files, dates, or more than one tool, open the page."),
            .. Elsewhere(fields).Select(CardWords.Wrong),
            .. Choice(fields, Questions.Production with { Choices = [.. fields.Productions.Select(p => new Choice(p, Phrase.Theirs(p)))] }, fields.Draft.Production, room),
            .. CardFields.Line(fields.Show(Questions.Title, fields.Draft.Title), Questions.Title.Name, room, DeclarationLimits.Title),
            .. CardFields.Lines(fields.Show(Questions.Description, fields.Draft.Description), Questions.Description.Name, room),
            .. Choice(fields, Questions.Use, fields.Draft.Use, room),
            .. Choice(fields, Questions.FinalDeliverable, fields.Draft.FinalDeliverable, room),
            .. Tool(fields, room),
            .. Questions.Principles.Zip(Answers(fields.Draft)).SelectMany(asked => Choice(fields, asked.First, asked.Second, room)),
            .. CardFields.Lines(fields.Show(Questions.PeopleDepicted, string.Join('\n', fields.Draft.PeopleDepicted)), Questions.PeopleDepicted.Name, room),
        ],
        [
            CardActions.Execute(Verbs.Declare, $"Send the declaration", new ActionData(), "positive"),
            CardActions.Open($"Open the whole form", form),
        ]);

    private static IEnumerable<CardElement> Choice(DeclarationFields fields, Field question, string? chosen, Room room) =>
        CardFields.Choice(fields.Show(question, [chosen]), question.Name, room);

    private static IEnumerable<CardElement> Tool(DeclarationFields fields, Room room)
    {
        var row = new ToolRowModel(0, fields.Draft.Tools is [var first, ..] ? first : new ToolDraft(), fields);
        return row.Parts().SelectMany((part, i) => CardFields.Line(
            i > 0 ? part : part with { Hint = Questions.Tools.Hint, Errors = [.. part.Errors, .. Questions.Tools.With(fields.Problems).Errors] },
            part.Name,
            room,
            DeclarationLimits.Line));
    }

    private static string?[] Answers(DeclarationDraft draft) => [draft.P1, draft.P2, draft.P3, draft.P4, draft.P5];

    // Of fields that the short form does not have.
    private static IEnumerable<Text> Elsewhere(DeclarationFields fields)
    {
        Field[] shown =
        [
            Questions.Production, Questions.Title, Questions.Description, Questions.Use, Questions.FinalDeliverable, Questions.Tools,
            .. Questions.Principles, Questions.PeopleDepicted,
        ];
        return fields.Problems.Where(p => Field.Owner(p, shown) is null).Select(p => Text.Of(p.Text));
    }
}
