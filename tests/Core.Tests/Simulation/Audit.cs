using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Simulation;

/// <summary>Reads every stream from its beginning and holds it to what was promised; it trusts events, never the decider's own rules.</summary>
internal sealed class Audit(World world)
{
    private readonly List<string> _found = [];

    /// <summary>What was not kept; empty when all was.</summary>
    public async Task<IReadOnlyList<string>> FindAsync(IReadOnlyList<RequestHistory> histories)
    {
        foreach (var history in histories)
        {
            Expect(history.FirstBreak is null, history.Request, $"its chain breaks at event {history.FirstBreak}");
            Expect(history.Request.Status == RequestStatus.Closed, history.Request, $"it is still {history.Request.Status}");
            Expect(history.Request.Approval is not { IsAlive: true, Outcome.ValidUntil: not null }, history.Request, "its approval never ended");
            Expect(history.Request.Version == (await world.FindAsync(history.Request.Id)).Version, history.Request, "the desk knows another version");
            Follow(history);
        }

        Effects();
        return
        [
            .. _found,
            .. world.Mail.ToNobody,
            .. world.Alarms.InVain,
            .. world.Alarms.Set.Select(id => $"{id} still wants to be woken."),
            .. world.DoneTwice.Select(c => $"{c} did something twice."),
        ];
    }

    private void Follow(RequestHistory history)
    {
        RequestState? state = null;
        HashSet<EffectKey> delivered = [];
        var reminders = new Reminders();
        foreach (var happened in history.Events)
        {
            var tier = state?.Assessment?.Tier;
            state = Evolution.Evolve(state, happened);
            Expect(state.Assessment?.Tier >= tier is not false || tier is null, state, "its tier was lowered");
            Expect(reminders.Allow(state, happened.Event), state, $"somebody was reminded too often at event {happened.Sequence}");
            switch (happened.Event)
            {
                case Event.PersonAsked e:
                    Asked(state, e.Candidate.Person);
                    break;
                case Event.RequestClosed { Outcome.Kind: OutcomeKind.Approved }:
                    Approved(state, happened);
                    break;
                case Event.RequestClosed { Outcome.Kind: OutcomeKind.Acknowledged }:
                    Expect(state.Assessment!.Tier == Tier.Notify, state, "it was acknowledged above tier notify");
                    break;
                case Event.EffectDelivered { Delivery.Failure: null } e:
                    Expect(delivered.Add(e.Effect), state, $"{e.Effect} was delivered twice");
                    break;
            }
        }
    }

    private void Asked(RequestState state, Person person)
    {
        Expect(person.Email != state.Submission.Submitter.Email, state, $"{person.Id} was asked about their own request");
        var named = state.Declaration.PeopleDepicted.Concat(state.Declaration.Beneficiaries);
        Expect(!named.Any(n => n.StartsWith(person.Name, StringComparison.Ordinal)), state, $"{person.Id} was asked and is named in the declaration");
    }

    private void Approved(RequestState state, Happened happened)
    {
        var yes = state.Decisions.Where(d => d.Counts && d.Decision.Kind is DecisionKind.Approve or DecisionKind.ApproveWithConditions).ToList();
        Expect(happened.By.Kind == ActorKind.Approver, state, $"{happened.By.Kind} approved it");
        Expect(yes.Select(d => d.By.Id).Distinct().Count() == yes.Count, state, "somebody approved for two seats");
        if (state.Assessment!.Tier != Tier.Written)
        {
            return;
        }

        var seats = state.Assessment.Route.Stages.SelectMany(s => s.Seats).Select(s => s.Role);
        Expect(seats.All(seat => yes.Exists(d => d.Seat == seat && d.By.Authentication == Authentication.MailedLinkAndCode)), state, "a seat did not approve");
        var demand = state.Assessment.Route.Terms.Consent;
        foreach (var (person, kind) in state.Declaration.PeopleDepicted.SelectMany(p => (demand?.Kinds ?? []).Select(k => (p, k))))
        {
            Expect(
                state.Consents.Any(c => c.Evidence.Person == person && c.Evidence.Kind == kind && c.Check is { Accepted: true } && c.Evidence.Covers(happened.At)),
                state,
                $"the consent of {person} to {kind} was missing");
        }
    }

    // Done under its key, or dead with an alert; nothing waits for ever, and nobody read anything twice.
    private void Effects()
    {
        var courier = world.Courier;
        var dead = courier.Dead.ToHashSet();
        var alerts = courier.Caused.Select(e => e.Effect).OfType<Effect.TellAdmins>().Where(e => e.Alert == Alert.DeliveryFailed).Select(e => e.Subject).ToHashSet();
        _found.AddRange(courier.Caused.GroupBy(e => e.Key).Where(g => g.Count() > 1).Select(g => $"{g.Key} was caused twice."));
        _found.AddRange(courier.Alive.Select(key => $"{key} still waits."));
        _found.AddRange(courier.Caused.Select(e => e.Key).Where(key => courier.Done.Contains(key) == dead.Contains(key)).Select(key => $"{key} is neither done nor dead, or both."));
        _found.AddRange(dead.Where(key => !key.IsAlert && !alerts.Contains(key.Value)).Select(key => $"{key} is dead and nobody was told."));
    }

    private void Expect(bool kept, RequestState request, string complaint)
    {
        if (!kept)
        {
            _found.Add($"{request.Id}: {complaint}.");
        }
    }
}
