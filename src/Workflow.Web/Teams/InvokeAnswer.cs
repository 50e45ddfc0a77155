using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Pages;

namespace Workflow.Web.Teams;

/// <summary>
/// What the channel shows after a card's button was pressed (Adaptive Cards, universal action model: responses of
/// <c>adaptiveCard/action</c>). The HTTP status is 200 whatever the answer says.
/// </summary>
internal static class InvokeAnswer
{
    /// <summary>This card in place of the one whose button was pressed.</summary>
    public static IResult Card(OutgoingCard card) =>
        Of(StatusCodes.Status200OK, "application/vnd.microsoft.card.adaptive", JsonNode.Parse(card.Json));

    /// <summary>A line, while the card stays as it is.</summary>
    public static IResult Message(string line) =>
        Of(StatusCodes.Status200OK, "application/vnd.microsoft.activity.message", JsonValue.Create(line));

    /// <summary>What a box that searches while somebody types can choose from.</summary>
    public static IResult Found(IEnumerable<SearchHit> hits) => Of(
        StatusCodes.Status200OK,
        "application/vnd.microsoft.search.searchResponse",
        new JsonObject { ["results"] = JsonSerializer.SerializeToNode([.. hits], InvokeJson.Default.SearchHitArray) });

    /// <summary>Nothing was understood, or nothing may be done.</summary>
    /// <param name="status">Such as 400.</param>
    /// <param name="code">Such as <c>BadRequest</c>.</param>
    /// <param name="message">What is wrong and what to do.</param>
    public static IResult Error(int status, string code, string message) =>
        Of(status, "application/vnd.microsoft.error", new JsonObject { ["code"] = code, ["message"] = message });

    private static IResult Of(int status, string type, JsonNode? value) => Page.Secure(
        Results.Json(new InvokeDocument(status, type, value), InvokeJson.Default.InvokeDocument, "application/json"));
}

/// <summary>One thing to choose.</summary>
/// <param name="Title">As read.</param>
/// <param name="Value">As posted.</param>
public sealed record SearchHit(string Title, string Value);

internal sealed record InvokeDocument(int StatusCode, string Type, JsonNode? Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InvokeDocument))]
[JsonSerializable(typeof(SearchHit[]))]
internal sealed partial class InvokeJson : JsonSerializerContext;
