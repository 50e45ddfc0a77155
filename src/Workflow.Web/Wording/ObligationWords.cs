using Workflow.Core.Approval;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What became of a condition, in words.</summary>
public static class ObligationWords
{
    /// <summary>By when, by whom, and whether it is met; no words for a condition that simply holds.</summary>
    /// <param name="obligation">The condition.</param>
    /// <param name="at">Now, UTC.</param>
    /// <param name="zone">IANA name of the zone in which to say when it was met.</param>
    public static Text Of(Obligation obligation, DateTimeOffset at, string zone) =>
        Phrase.Sentences([.. new[] { Owner(obligation), State(obligation, at, zone) }.OfType<Text>()]);

    /// <summary>Whether its day is over and nobody said that it is met.</summary>
    public static bool IsOverdue(Obligation obligation, DateTimeOffset at) => obligation.MetAt is null && obligation.DueAt <= at;

    private static Text? Owner(Obligation obligation) => obligation.Condition.Owner is { } owner ? (Text)$"For {owner}." : null;

    private static Text? State(Obligation obligation, DateTimeOffset at, string zone) => obligation switch
    {
        { MetAt: { } met } => $"Said to be met on {Moment.InZone(met, zone)}.",
        { Condition.DueOn: { } day } when IsOverdue(obligation, at) => $"Overdue: it had to be met by {Moment.Day(day)}.",
        { Condition.DueOn: { } day } => $"To be met by {Moment.Day(day)}.",
        _ => null,
    };
}
