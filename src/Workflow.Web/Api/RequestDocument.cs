using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Pages;

namespace Workflow.Web.Api;

/// <summary>What the API tells of a request to anybody who knows its id: nothing of what it is about.</summary>
internal sealed record RequestDocument(
    string Id, string Status, string? Tier, string? Outcome, IReadOnlyList<string>? Missing, RequestLinks Links)
{
    public static RequestDocument Of(RequestState request) => new(
        request.Id.ToString(),
        Wire.Word(request.Status),
        request.Assessment is { Tier: var tier } ? Wire.Word(tier) : null,
        request.Outcome is { Kind: var kind } ? Wire.Word(kind) : null,
        Missing: null,
        new RequestLinks(PathOf(request.Id)));

    public static string PathOf(RequestId id) => $"/api/requests/{id}";

    public IResult ToResult(int status) => Page.Secure(Results.Json(this, ApiJson.Default.RequestDocument, "application/json", status));
}

/// <summary>Where to go on.</summary>
internal sealed record RequestLinks(string Self);

/// <summary>What became of a mail that is no request yet.</summary>
internal sealed record HeldMailDocument(string Status, string Reason);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(RequestDocument))]
[JsonSerializable(typeof(HeldMailDocument))]
internal sealed partial class ApiJson : JsonSerializerContext;
