namespace Workflow.Core.Approval;

/// <summary>What became of an effect outside.</summary>
/// <param name="Channel">Over which channel, such as <c>mail</c>.</param>
/// <param name="Reference">The receiver-visible id, such as a Message-ID or the SHA-256 of a record.</param>
/// <param name="Failure">Why it never will be delivered; null when it was.</param>
public sealed record Delivery(string Channel, string? Reference, string? Failure);
