namespace Workflow.Core.Approval.Deciding;

/// <summary>An admin has an asked person reminded now.</summary>
internal static class Nudging
{
    public static Verdict Decide(RequestState state, Command.Nudge command) => OpenAsk(state, command.Ask) is { } ask
        ? Verdict.Yes(new Event.PersonNudged(ask.Number, command.Reason))
        : Verdict.No(RefusalCode.AskRetired, $"Nobody has to answer this question now.");

    /// <summary>The ask of this number, if somebody can answer it now.</summary>
    public static Ask? OpenAsk(RequestState state, int number) =>
        state.Status == RequestStatus.Deciding ? state.OpenAsks.FirstOrDefault(a => a.Number == number) : null;
}
