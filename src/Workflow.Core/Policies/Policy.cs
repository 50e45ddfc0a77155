using Workflow.Core.Classification;

namespace Workflow.Core.Policies;

/// <summary>A policy document as read: see <c>policies/streamer-genai.yaml</c>.</summary>
public sealed record Policy
{
    /// <summary>Which document.</summary>
    public required PolicyStamp Stamp { get; init; }

    /// <summary>The calendar in which limits run that belong to no approver.</summary>
    public required BusinessCalendar Office { get; init; }

    /// <summary>How long a submitter has to fill in what a mail left out.</summary>
    public required CompletionLimit Completion { get; init; }
}

/// <summary>A limit in working time, with the fractions of it at which people are reminded.</summary>
public sealed record CompletionLimit(TimeSpan Limit, IReadOnlyList<double> Reminders);
