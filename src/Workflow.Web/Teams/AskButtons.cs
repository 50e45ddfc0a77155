using System.Diagnostics;
using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Review;
using Workflow.Web.Teams.Cards;
using Workflow.Web.Teams.Cards.Asks;

namespace Workflow.Web.Teams;

/// <summary>
/// The buttons of the card that asks. Who pressed is told by the channel; the card only says which question it shows.
/// What follows is decided by the desk, as for every other channel, and shown by the card that comes back.
/// </summary>
public sealed class AskButtons(
    ApprovalDesk desk, LinkTokens links, AskCards cards, CodeStep secondStep, IDirectory directory, Readers readers, TimeProvider clock)
{
    /// <summary>Does it, and shows what came of it; null where the card's handle is none of ours.</summary>
    /// <param name="caller">Who pressed.</param>
    /// <param name="press">Which button, with what was typed.</param>
    /// <param name="activity">Names this one press: delivered twice, it is done once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<OutgoingCard?> DoAsync(Caller caller, ButtonPress press, string activity, CancellationToken cancellationToken)
    {
        if (links.FindCard(press.Handle) is not { } link
            || await desk.FindAsync(link.Request, cancellationToken) is not { } request
            || request.Asks.ElementAtOrDefault(link.Ask - 1) is not { } ask)
        {
            return null;
        }

        Language.Current = readers.Of(caller.Person.Language, request);
        if (ask.Person.Id != caller.Person.Id)
        {
            return AskCards.ForOthers(request);
        }

        var answer = new Answer(request, ask, caller.User, press, string.Create(CultureInfo.InvariantCulture, $"teams/{ask.Number}/{activity}"));
        return press switch
        {
            _ when press.Verb == Verbs.Refresh || request.Commands.Contains(answer.CommandId) => await ShowAsync(answer, request, null, cancellationToken),
            _ when press.Amendment != ask.Amendment => await ShowAsync(
                answer, request, $"That card showed an earlier version of the request. Nothing was done; this is how it stands now.", cancellationToken),
            _ when Verbs.ActOfCode(press.Verb) is not null => await MailCodeAsync(answer, cancellationToken),
            _ => await DoAsync(answer, cancellationToken),
        };
    }

    private async Task<OutgoingCard> MailCodeAsync(Answer answer, CancellationToken cancellationToken) =>
        await secondStep.MailAsync(answer.Request, answer.Ask, answer.Link, cancellationToken) switch
        {
            CodeMailing.Mailed(var notice) => await AgainAsync(answer, null, notice, cancellationToken),
            CodeMailing.NotMailed(var problem, _) => await AgainAsync(answer, problem, null, cancellationToken),
            _ => throw new UnreachableException(),
        };

    private async Task<OutgoingCard> DoAsync(Answer answer, CancellationToken cancellationToken)
    {
        if (await CommandAsync(answer, cancellationToken) is not { } command)
        {
            return await AgainAsync(answer, new FieldProblem("to", $"Choose to whom."), null, cancellationToken);
        }

        // Decided dry first: a code is spent only on what would be accepted with it.
        if (Decider.Decide(answer.Request, command) is Verdict.Refused(var slip))
        {
            return await RefuseAsync(answer, slip, cancellationToken);
        }

        if (answer.NeedsCode && await secondStep.CheckAsync(answer.Link, answer.Typed["code"], cancellationToken) is { } wrong)
        {
            return await AgainAsync(answer, wrong, null, cancellationToken);
        }

        var after = await desk.HandleAsync(answer.Request.Id, command, cancellationToken);
        return after.Verdict is Verdict.Refused(var refusal)
            ? await RefuseAsync(answer with { Request = after.Request! }, refusal, cancellationToken)
            : await ShowAsync(answer, after.Request!, null, cancellationToken);
    }

    private async Task<Command?> CommandAsync(Answer answer, CancellationToken cancellationToken)
    {
        var stamp = new Stamp(answer.CommandId, clock.GetUtcNow(), answer.Actor);
        var comment = answer.Typed["comment"] is { Length: > 0 } typed ? typed : null;
        switch (answer.Press.Verb)
        {
            case Verbs.Recuse:
                return new Command.Recuse(stamp, answer.Ask.Number, comment);
            case Verbs.Delegate:
                var colleagues = answer.Request.Declaration.Production is { } production
                    ? await directory.ColleaguesAsync(production, cancellationToken)
                    : [];
                return colleagues.FirstOrDefault(p => p.Id == answer.Typed["to"]) is { } to
                    ? new Command.DelegateTo(stamp, answer.Ask.Number, to, comment)
                    : null;
            default:
                return answer.Form.Kind is null ? null : new Command.Decide(stamp, answer.Ask.Number, answer.Form.ToDecision());
        }
    }

    // What can be put right on the card is asked for there again, with what was typed; for the rest it shows how it stands.
    private Task<OutgoingCard> RefuseAsync(Answer answer, Refusal refusal, CancellationToken cancellationToken) =>
        answer.FieldOf(refusal.Code) is { } field
            ? AgainAsync(answer, new FieldProblem(field, refusal.Text), null, cancellationToken)
            : ShowAsync(answer, answer.Request, AskCards.Why(refusal), cancellationToken);

    private Task<OutgoingCard> ShowAsync(Answer answer, RequestState now, Text? notice, CancellationToken cancellationToken) =>
        cards.OfAsync(now, now.Asks[answer.Ask.Number - 1], answer.User, notice, cancellationToken);

    private Task<OutgoingCard> AgainAsync(Answer answer, FieldProblem? problem, Text? notice, CancellationToken cancellationToken) =>
        cards.AgainAsync(
            answer.Request, answer.Ask, answer.User, answer.Typed with { Problems = problem is null ? [] : [problem] }, notice, cancellationToken);

    /// <summary>What the person whom a card asks has pressed and typed.</summary>
    private sealed record Answer(RequestState Request, Ask Ask, string? User, ButtonPress Press, string CommandId)
    {
        public Typed Typed { get; } = new(
            Verbs.ActOfCode(Press.Verb) ?? Press.Verb, Press.Fields.ToDictionary(f => f.Key, f => f.Value.ToString(), StringComparer.Ordinal));

        public DecisionForm Form => new()
        {
            Kind = Enum.GetValues<DecisionKind>().Cast<DecisionKind?>().FirstOrDefault(k => DecisionForm.Value(k!.Value) == Typed.Act)
                ?? (Typed.Act == Verbs.Acknowledge ? DecisionKind.Approve : null),
            Conditions = Typed["conditions"],
            Comment = Typed["comment"],
            Question = Typed["question"],
        };

        public bool NeedsCode => Request.Assessment!.Route.Terms.SecondStep;

        public AskLink Link => new(Request.Id, Ask.Number, Ask.Person.Id);

        public Actor Actor => new(
            ActorKind.Approver, Ask.Person.Id, Ask.Person.Name, NeedsCode ? Authentication.TeamsAndCode : Authentication.Teams);

        public string? FieldOf(RefusalCode code) => (code, Typed.Act) switch
        {
            (RefusalCode.SecondStepNeeded, _) => "code",
            (RefusalCode.NotEntitled, Verbs.Delegate) => "to",
            (RefusalCode.CommentNeeded or RefusalCode.TooLong, Verbs.Delegate or Verbs.Recuse) => "comment",
            (RefusalCode.CommentNeeded or RefusalCode.TooLong, _) => Form.FieldOf(code),
            _ => null,
        };
    }
}
