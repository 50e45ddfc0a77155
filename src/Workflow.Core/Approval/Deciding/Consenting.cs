namespace Workflow.Core.Approval.Deciding;

/// <summary>The submitter shows consents; the seat that the policy names checks them off, one by one.</summary>
internal static class Consenting
{
    private const int Most = 200;

    public static Verdict Attach(RequestState state, Command.AttachConsent command)
    {
        var evidence = command.Evidence;
        if ((Submitters.Foreign(state, command.Stamp.By) ?? Over(state)) is { } refused)
        {
            return refused;
        }

        if (state.Consents.Count >= Most)
        {
            return Verdict.No(RefusalCode.TooLong, $"At most {Most} documents can be kept for one request.");
        }

        string?[] texts = [evidence.Person, evidence.Scope, evidence.SignedBy];
        if (texts.Any(string.IsNullOrWhiteSpace))
        {
            return Verdict.No(RefusalCode.Incomplete, $"Please say whose consent it is, what it covers and who signed it.");
        }

        if (evidence.Until < evidence.From)
        {
            return Verdict.No(RefusalCode.Incomplete, $"The consent ends before it begins. Please correct the dates.");
        }

        return texts.Select(Wanting.Short).FirstOrDefault(r => r is not null)
            ?? Verdict.Yes(new Event.ConsentAttached(state.Consents.Count + 1, evidence));
    }

    public static Verdict Check(RequestState state, Command.CheckConsent command)
    {
        if ((Refusal(state, command) ?? Over(state) ?? Wanting.Short(command.Comment)) is { } refused)
        {
            return refused;
        }

        if (command.Number < 1 || command.Number > state.Consents.Count)
        {
            return Verdict.No(RefusalCode.UnknownAsk, $"There is no such document.");
        }

        if (!command.Accepted && string.IsNullOrWhiteSpace(command.Comment))
        {
            return Verdict.No(RefusalCode.CommentNeeded, $"Please say what is wrong with the document.");
        }

        return Verdict.Yes([new Event.ConsentChecked(command.Number, command.Accepted, command.Comment), .. Reinstated(state, command)]);
    }

    // The seat goes on checking after its own decision, and after the close as long as the approval rests on consents.
    private static Verdict? Refusal(RequestState state, Command.CheckConsent command)
    {
        var by = command.Stamp.By;
        if (state.Asks.ElementAtOrDefault(command.Ask - 1) is not { } ask)
        {
            return Verdict.No(RefusalCode.UnknownAsk, $"This question does not exist. Use the link in the newest mail you got.");
        }

        var seats = new[] { state.Assessment?.Route.Terms.Consent?.Seat, state.Approval?.Terms.Consent?.Seat };
        if (!seats.Contains(ask.Seat) || ask.IsHandedOver)
        {
            return Verdict.No(RefusalCode.NotYours, $"Consents are checked by whoever the policy names for it.");
        }

        if (Answering.Foreign(ask, by) is { } foreign)
        {
            return foreign;
        }

        return Entitlement.Of(state, ask.Person) is { } reason
            ? Verdict.No(RefusalCode.NotEntitled, reason)
            : Answering.Unproven(state.Assessment!.Route.Terms.SecondStep, by);
    }

    private static Verdict? Over(RequestState state) =>
        state.Outcome is { } outcome && state.Approval is not { IsAlive: true } ? Closing.Refusal(outcome, state.ClosedAt) : null;

    private static IEnumerable<Event> Reinstated(RequestState state, Command.CheckConsent command)
    {
        if (!command.Accepted || state.Approval is not { IsAlive: true } approval || !approval.Suspensions.Contains(SuspensionReason.ConsentEnded))
        {
            return [];
        }

        var (index, at) = (command.Number - 1, command.Stamp.At);
        var check = new ConsentCheck(command.Stamp.By, at, command.Accepted, command.Comment);
        var consents = state.Consents.SetItem(index, state.Consents[index] with { Check = check });
        return ConsentRules.Missing(approval, consents, at).Count == 0
            ? [new Event.ApprovalReinstated(SuspensionReason.ConsentEnded)]
            : [];
    }
}
