using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Review.Consents;

/// <summary>What was ticked and typed about one consent.</summary>
/// <param name="Number">Which.</param>
/// <param name="Accepted">Null when nothing was chosen.</param>
/// <param name="Comment">Empty when nothing was typed.</param>
public sealed record CheckRow(int Number, bool? Accepted, string Comment)
{
    private const string Accept = "accept";
    private const string Refuse = "refuse";

    /// <summary>The name of the choice in the form.</summary>
    public string ChoiceName => string.Create(CultureInfo.InvariantCulture, $"check-{Number}");

    /// <summary>The name of the comment in the form.</summary>
    public string CommentName => string.Create(CultureInfo.InvariantCulture, $"comment-{Number}");

    /// <summary>As it stands.</summary>
    public static CheckRow Of(Consent consent) => new(consent.Number, consent.Check?.Accepted, consent.Check?.Comment ?? "");

    /// <summary>As posted.</summary>
    public CheckRow Read(IFormCollection fields) => this with
    {
        Accepted = fields[ChoiceName].ToString() switch
        {
            Accept => true,
            Refuse => false,
            _ => null,
        },
        Comment = PlainText.Lines(fields[CommentName]) ?? "",
    };

    /// <summary>The choice.</summary>
    public Field Choice(IReadOnlyList<FieldProblem> problems) => new Field(ChoiceName, $"Is this document what the policy demands?")
    {
        Choices = [new Choice(Accept, $"Yes, accept it"), new Choice(Refuse, $"No, refuse it", $"The submitter is told and can attach another.")],
        Chosen = Accepted switch
        {
            true => [Accept],
            false => [Refuse],
            null => [],
        },
    }.With(problems);

    /// <summary>The comment.</summary>
    public Field CommentField(IReadOnlyList<FieldProblem> problems) => new Field(CommentName, $"Comment")
    {
        Hint = $"Needed when you refuse it: say what is wrong. The submitter can read it.",
        Value = Comment,
    }.With(problems);
}

/// <summary>What the page shows on which consents are checked off.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The ask of the person who checks them.</param>
/// <param name="Now">UTC.</param>
/// <param name="Token">Of the link the person came by.</param>
public sealed record ConsentChecks(RequestState Request, Ask Ask, DateTimeOffset Now, string Token)
{
    /// <summary>What was ticked and typed; as it stands when nothing was.</summary>
    public IReadOnlyList<CheckRow> Rows { get; init; } = [.. Request.Consents.Select(CheckRow.Of)];

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Good news about the one-time code; null when there is none.</summary>
    public Text? CodeNotice { get; init; }

    /// <summary>Whether checking needs a one-time code.</summary>
    public bool NeedsCode => Request.Assessment!.Route.Terms.SecondStep;

    /// <summary>The one-time code.</summary>
    public CodePartModel Code => CodePartModel.For(Ask, Problems);

    /// <summary>What the policy demands and is not here, not accepted, or no longer holds.</summary>
    public IReadOnlyList<MissingConsent> Missing => ConsentRules.Missing(Request, Now);

    /// <summary>How many documents wait to be checked.</summary>
    public int Unchecked => Request.Consents.Count(c => c.Check is null);

    /// <summary>The rows that say something new.</summary>
    public IEnumerable<CheckRow> Changed => Rows.Where(row =>
        row.Accepted is { } accepted
        && !(Request.Consents[row.Number - 1].Check is { } check && check.Accepted == accepted && (check.Comment ?? "") == row.Comment));
}

/// <summary>The checks as a form.</summary>
/// <param name="Checks">What it shows.</param>
/// <param name="Seal">Of the form.</param>
public sealed record ConsentSheet(ConsentChecks Checks, FormSeal Seal);
