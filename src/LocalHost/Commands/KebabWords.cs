using System.Text.Json;
using System.Text.Json.Serialization;

namespace LocalHost.Commands;

/// <summary>Choices in the words by which they travel everywhere: see <see cref="Workflow.Core.Requests.Wire"/>.</summary>
internal sealed class KebabWords<T>() : JsonStringEnumConverter<T>(JsonNamingPolicy.KebabCaseLower)
    where T : struct, Enum;
