using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;

namespace Adapters.Tests.Graph.Double;

/// <summary>A call as Graph got it.</summary>
internal sealed class GraphCall(
    string method, string path, IQueryCollection query, IHeaderDictionary headers, byte[] body, DateTimeOffset at)
{
    /// <summary>What it is, such as <c>POST /users/{mailbox}/messages</c>; null when Graph knows no such call.</summary>
    public string? Shape { get; set; }

    /// <summary>The parts of the path that the shape leaves open.</summary>
    public Dictionary<string, string> Values { get; } = new(StringComparer.Ordinal);

    public string Method { get; } = method;

    /// <summary>After the version, unescaped.</summary>
    public string Path { get; } = path;

    public IQueryCollection Query { get; } = query;

    public IHeaderDictionary Headers { get; } = headers;

    public byte[] Body { get; } = body;

    /// <summary>By the service's clock.</summary>
    public DateTimeOffset At { get; } = at;

    /// <summary>What was answered; 0 when the answer was lost.</summary>
    public int Status { get; set; }

    public string this[string value] => Values[value];

    /// <summary>The body as JSON; a misuse when it is none.</summary>
    public JsonElement Json()
    {
        Require(Headers.ContentType.ToString().StartsWith("application/json", StringComparison.Ordinal), "wants Content-Type application/json");
        try
        {
            return JsonSerializer.Deserialize<JsonElement>(Body);
        }
        catch (JsonException e)
        {
            throw new GraphMisuseException($"{this}: the body is no JSON: {e.Message}");
        }
    }

    /// <summary>A misuse unless it holds.</summary>
    public void Require(bool holds, string what)
    {
        if (!holds)
            throw new GraphMisuseException($"{this} {what}; query [{string.Join('&', Query.Select(q => $"{q.Key}={q.Value}"))}], body [{Encoding.UTF8.GetString(Body.AsSpan(0, Math.Min(Body.Length, 300)))}]");
    }

    /// <summary>A misuse when there are query options but these.</summary>
    public void Allow(params string[] options) =>
        Require(Query.Keys.All(options.Contains), $"knows no other query options than [{string.Join(", ", options)}]");

    /// <summary>Mails are spoken of by ids that stay, or they change when one is moved or sent.</summary>
    public void RequireImmutableIds() => Require(
        Headers["Prefer"].Any(value => value!.Contains("IdType=\"ImmutableId\"", StringComparison.Ordinal)), "wants Prefer: IdType=\"ImmutableId\"");

    public void RequireNoBody() => Require(Body.Length == 0, "takes no body");

    public override string ToString() => $"{Method} {Path}";
}

/// <summary>Graph was called in a way that its documentation does not know.</summary>
internal sealed class GraphMisuseException(string message) : Exception(message);
