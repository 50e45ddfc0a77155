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

namespace Workflow.Web.Teams;

/// <summary>
/// The buttons of the card that asks. Who pressed is told by the channel; the card only says which question it shows.
/// What follows is decided by the desk, as for every other channel, and shown by the card that comes back.
/// </summary>
public sealed class AskActions(
    ApprovalDesk desk, LinkTokens links, AskCards cards, CodeStep secondStep, IDirectory directory, Readers readers, TimeProvider clock)
{
    /// <summary>Does it, and shows what came of it; null where the card's handle is none of ours.</summary>
    /// <param name="caller">Who pressed.</param>
    /// <param name="action">Which button, with what was typed.</param>
    /// <param name="activity">Names this one press: pressed or delivered twice, it is done once.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<OutgoingCard?> DoAsync(Caller caller, CardAction action, string activity, CancellationToken cancellationToken)
    {
        if (Read(action.Handle) is not { } link
            || await desk.FindAsync(link.Request, cancellationToken) is not { } request
            || link.Ask < 1 || link.Ask > request.Asks.Count)
        {
            return null;
        }

        var ask = request.Asks[link.Ask - 1];
        Language.Current = readers.Of(caller.Person.Language, request);
        if (ask.Person.Id != caller.Person.Id)
        {
            return cards.ForOthers(request, ask);
        }

        var press = new Press(
            request, ask, caller, action, string.Create(CultureInfo.InvariantCulture, $"teams/{ask.Number}/{activity}"));
        return action.Verb == Verbs.Refresh || request.Commands.Contains(press.CommandId)
            ? cards.Of(request, ask, caller.User)
            : action.Amendment != ask.Amendment
                ? cards.Of(request, ask, caller.User, $"This card shows an earlier version of the request. Nothing was done; this is how it stands now.")
                : await DoAsync(press, cancellationToken);
    }

    // A handle that has outlived its link still says which question it is; whether it can be answered the desk knows.
    private CardLink? Read(string? handle) => links.ReadCard(handle) switch
    {
        LinkReading<CardLink>.Valid(var link) => link,
        LinkReading<CardLink>.Expired(var link) => link,
        _ => null,
    };

    private async Task<OutgoingCard> DoAsync(Press press, CancellationToken cancellationToken)
    {
        if (press.Action.Verb == Verbs.Code)
        {
            return await secondStep.MailAsync(press.Request, press.Ask, press.Link, cancellationToken) switch
            {
                CodeMailing.Mailed(var notice) => Again(press, [], notice),
                CodeMailing.NotMailed(var problem, _) => Again(press, [problem]),
                _ => throw new UnreachableException(),
            };
        }

        if (press.Typed.Slips() is [_, ..] slips && press.Typed.Kind is not null)
        {
            return Again(press, slips);
        }

        if (await CommandAsync(press, cancellationToken) is not { } command)
        {
            return Again(press, [new FieldProblem("to", $"Choose to whom.")]);
        }

        // Decided dry first: a code is spent only on what would be accepted with it.
        if (Decider.Decide(press.Request, command) is Verdict.Refused(var slip))
        {
            return Refused(press, press.Request, slip);
        }

        if (press.NeedsCode && await secondStep.CheckAsync(press.Link, press.Typed.Code, cancellationToken) is { } wrong)
        {
            return Again(press, [wrong]);
        }

        var answer = await desk.HandleAsync(press.Request.Id, command, cancellationToken);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? Refused(press, answer.Request ?? press.Request, refusal)
            : cards.Of(answer.Request!, answer.Request!.Asks[press.Ask.Number - 1], press.Caller.User);
    }

    private async Task<Command?> CommandAsync(Press press, CancellationToken cancellationToken)
    {
        var stamp = new Stamp(press.CommandId, clock.GetUtcNow(), press.Actor);
        var comment = press.Typed.Comment is { Length: > 0 } typed ? typed : null;
        switch (press.Action.Verb)
        {
            case Verbs.Recuse:
                return new Command.Recuse(stamp, press.Ask.Number, comment);
            case Verbs.Delegate:
                var colleagues = press.Request.Declaration.Production is { } production
                    ? await directory.ColleaguesAsync(production, cancellationToken)
                    : [];
                return colleagues.FirstOrDefault(p => p.Id == press.Action.Fields["to"]) is { } to
                    ? new Command.DelegateTo(stamp, press.Ask.Number, to, comment)
                    : null;
            default:
                return new Command.Decide(stamp, press.Ask.Number, press.Typed.ToDecision());
        }
    }

    // What can be put right on the card is asked for there again, with what was typed; the rest is how it stands.
    private OutgoingCard Refused(Press press, RequestState now, Refusal refusal) =>
        refusal.Code is RefusalCode.CommentNeeded or RefusalCode.TooLong or RefusalCode.SecondStepNeeded or RefusalCode.ConsentMissing or RefusalCode.NotEntitled
            ? Again(press with { Request = now }, [new FieldProblem(press.FieldOf(refusal.Code), refusal.Text)])
            : cards.Of(now, now.Asks[press.Ask.Number - 1], press.Caller.User, Text.Of(refusal.Text));

    private OutgoingCard Again(Press press, IReadOnlyList<FieldProblem> problems, Text? notice = null) =>
        cards.Again(press.Request, press.Ask, press.Caller.User, press.Action, problems, notice);

    /// <summary>One press of a button by the person whom the card asks.</summary>
    private sealed record Press(RequestState Request, Ask Ask, Caller Caller, CardAction Action, string CommandId)
    {
        public DecisionForm Typed { get; } = Action.ToDecisionForm();

        public bool NeedsCode => Request.Assessment!.Route.Terms.SecondStep;

        public AskLink Link => new(Request.Id, Ask.Number, Ask.Person.Id);

        public Actor Actor => new(
            ActorKind.Approver, Ask.Person.Id, Ask.Person.Name, NeedsCode ? Authentication.TeamsAndCode : Authentication.Teams);

        public string FieldOf(RefusalCode code) => Action.Verb == Verbs.Delegate && code == RefusalCode.NotEntitled ? "to" : Typed.FieldOf(code);
    }
}
