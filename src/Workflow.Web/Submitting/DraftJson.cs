using System.Text.Json.Serialization;
using Workflow.Core.Requests;

namespace Workflow.Web.Submitting;

/// <summary>The JSON of a draft: field names in camel case, nothing else tolerated.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    AllowDuplicateProperties = false,
    RespectNullableAnnotations = true,
    MaxDepth = DraftOfJson.Depth)]
[JsonSerializable(typeof(DeclarationDraft))]
internal sealed partial class DraftJson : JsonSerializerContext;
