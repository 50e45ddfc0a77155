namespace Workflow.Core.Records;

/// <summary>One event as it is stored: its exact text and its place in the hash chain. Stores keep it to the letter.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Type">Name of the event type, such as <c>request-submitted</c>.</param>
/// <param name="Version">Version of the event's shape, from 1.</param>
/// <param name="Json">The whole event with instant, actor and command id, as JSON text.</param>
/// <param name="Hash">SHA-256 over the previous hash and this event, lower-case hexadecimal; see <see cref="AuditChain"/>.</param>
public sealed record StoredEvent(int Sequence, string Type, int Version, string Json, string Hash);
