using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Pages;

/// <summary>Why an attempt failed, said once: as problem details (RFC 9457) to programs, as a page to people.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="Code">A short name for programs, the last part of <c>type</c>, such as <c>too-large</c>.</param>
/// <param name="Title">What is wrong, in a few words.</param>
/// <param name="Detail">Where it is wrong and what to do about it.</param>
public sealed record Problem(int Status, string Code, Text Title, Text Detail)
{
    /// <summary>What is wrong with single fields, for programs.</summary>
    public IReadOnlyList<FieldProblem> Fields { get; init; } = [];

    /// <summary>Where a person can go on; null when there is no better place than the start page.</summary>
    public NavigationLink? Next { get; init; }

    /// <summary>As <c>application/problem+json</c>, whose words are English: programs log them.</summary>
    public IResult ToJson() => Page.Secure(Results.Json(
        new ProblemDocument(
            $"urn:approvals:problem:{Code}",
            Title.In(Language.English),
            Status,
            Detail.In(Language.English),
            Fields.Count == 0 ? null : Fields
                .GroupBy(f => f.Field)
                .ToDictionary(g => g.Key, g => g.Select(f => f.Message).ToArray())),
        ProblemJson.Default.ProblemDocument,
        "application/problem+json",
        Status));

    /// <summary>As a page.</summary>
    /// <param name="language">The reader's, where we know who reads; null for what the browser asks for.</param>
    public IResult ToPage(Language? language = null) => Page.Html(Slices.ProblemPage.Create(this), Status, language);

    /// <summary>As whichever the asking side understands: below <c>/api/</c> a document, elsewhere a page.</summary>
    public IResult ToResult(HttpContext http) =>
        http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal) ? ToJson() : ToPage();
}

internal sealed record ProblemDocument(
    string Type, string Title, int Status, string Detail, Dictionary<string, string[]>? Errors);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(ProblemDocument))]
internal sealed partial class ProblemJson : JsonSerializerContext;
