using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Web.Wording;

namespace Workflow.Web.Admin;

/// <summary>How an approval, its conditions and its consents stand, for admins and auditors.</summary>
public static class AdminStanding
{
    /// <summary>Whether what was approved may be done, and why not.</summary>
    public static string Of(GrantedApproval approval) => Of(approval.Standing, approval.Suspensions);

    /// <summary>Whether a condition was met, and by when it has to be.</summary>
    public static string Of(Obligation owed) => Condition(owed.MetAt, owed.Condition.DueOn, owed.WasOverdue)
        + (owed.Condition.Owner is { } owner ? $", by {owner}" : "");

    /// <summary>What was said of a consent, and whether it holds.</summary>
    /// <param name="consent">The consent.</param>
    /// <param name="now">UTC.</param>
    public static string Of(Consent consent, DateTimeOffset now) => consent.Check switch
    {
        null => "not checked yet",
        { Accepted: false } => "not accepted",
        _ => consent.Evidence.Covers(now) ? "accepted" : "accepted, but does not hold today",
    };

    /// <summary>The class of a consent's label.</summary>
    /// <param name="consent">The consent.</param>
    /// <param name="now">UTC.</param>
    public static string Class(Consent consent, DateTimeOffset now) =>
        consent.Stands(now) ? "good" : consent.Check is null ? "waiting" : "bad";

    /// <summary>As a label.</summary>
    public static string Name(Standing standing) => standing switch
    {
        Standing.InForce => "In force",
        Standing.Suspended => "Suspended",
        Standing.Lapsed => "Lapsed",
        Standing.Revoked => "Revoked",
        _ => throw new ArgumentOutOfRangeException(nameof(standing)),
    };

    internal static string Of(Standing standing, IReadOnlyCollection<SuspensionReason> suspensions) => suspensions.Count == 0
        ? Name(standing)
        : $"{Name(standing)}: {string.Join("; ", suspensions.Select(AftercareWords.Name))}";

    internal static string Condition(DateTimeOffset? metAt, DateOnly? dueOn, bool wasOverdue) => (metAt, dueOn) switch
    {
        ({ } met, _) => $"met {Day(DateOnly.FromDateTime(met.UtcDateTime))}{(wasOverdue ? ", late" : "")}",
        (null, { } due) => $"{(wasOverdue ? "overdue since" : "due by")} {Day(due)}",
        _ => "open",
    };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
