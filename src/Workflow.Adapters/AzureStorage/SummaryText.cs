using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Adapters.AzureStorage;

/// <summary>A summary as the text that rows hold.</summary>
internal static class SummaryText
{
    public static string Write(RequestSummary s) => JsonSerializer.Serialize(
        new StoredSummary(
            s.Id.ToString(), s.Title, s.Production, s.Submitter, s.Status, s.Tier, s.Outcome, s.WaitingFor, s.Limit, s.SubmittedAt, s.ChangedAt, s.SearchText, s.Approvers, s.Standing),
        SummaryJson.Default.StoredSummary);

    public static RequestSummary Read(string text)
    {
        var s = JsonSerializer.Deserialize(text, SummaryJson.Default.StoredSummary) ?? throw new JsonException("A summary is stored as null.");
        var id = RequestId.Parse(s.Id, CultureInfo.InvariantCulture);
        return new RequestSummary(
            id, s.Title, s.Production, s.Submitter, s.Status, s.Tier, s.Outcome, s.WaitingFor, s.Approvers ?? [], s.Limit, s.SubmittedAt, s.ChangedAt, s.SearchText, s.Standing);
    }
}

/// <inheritdoc cref="RequestSummary" />
internal sealed record StoredSummary(
    string Id,
    string Title,
    string Production,
    string Submitter,
    RequestStatus Status,
    Tier? Tier,
    OutcomeKind? Outcome,
    string WaitingFor,
    DateTimeOffset? Limit,
    DateTimeOffset SubmittedAt,
    DateTimeOffset ChangedAt,
    string SearchText,
    IReadOnlyList<string>? Approvers = null,
    Standing? Standing = null);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, UseStringEnumConverter = true)]
[JsonSerializable(typeof(StoredSummary))]
internal sealed partial class SummaryJson : JsonSerializerContext;
