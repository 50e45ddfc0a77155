using System.Text.Json.Serialization;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Web.Admin;

/// <summary>A page of requests for programs.</summary>
/// <param name="Items">Overdue first, as on the page.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; absent at the end.</param>
internal sealed record RequestListing(IReadOnlyList<RequestListing.Row> Items, string? Next)
{
    /// <summary>One request; instants in UTC, words as in the page's address, approvers by the ids that it takes.</summary>
    public sealed record Row(
        string Id,
        string Title,
        string Production,
        string Submitter,
        string Status,
        string? Tier,
        string? Outcome,
        string? Standing,
        string? WaitingFor,
        IReadOnlyList<string> Approvers,
        DateTimeOffset? Limit,
        bool Overdue,
        DateTimeOffset SubmittedAt,
        DateTimeOffset ChangedAt);

    /// <summary>The same page as the store gave it.</summary>
    public static RequestListing Of(SummaryPage page, DateTimeOffset now) => new(
        [
            .. page.Items.Select(row => new Row(
                row.Id.ToString(),
                row.Title,
                row.Production,
                row.Submitter,
                Wire.Word(row.Status),
                row.Tier is { } tier ? Wire.Word(tier) : null,
                row.Outcome is { } outcome ? Wire.Word(outcome) : null,
                row.Standing is { } standing ? Wire.Word(standing) : null,
                row.WaitingFor.Length == 0 ? null : row.WaitingFor,
                row.Approvers,
                row.Limit,
                row.IsOverdue(now),
                row.SubmittedAt,
                row.ChangedAt)),
        ],
        page.Continuation);
}

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RequestListing))]
internal sealed partial class AdminJson : JsonSerializerContext;
