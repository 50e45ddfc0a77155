namespace Workflow.Core.Approval;

/// <summary>When somebody is reminded and when their time is over; instants in UTC, reminders ascending.</summary>
public sealed record Clock(IReadOnlyList<DateTimeOffset> Reminders, DateTimeOffset Due);
