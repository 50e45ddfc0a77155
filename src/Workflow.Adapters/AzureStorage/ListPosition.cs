using System.Buffers.Text;
using System.Text;

namespace Workflow.Adapters.AzureStorage;

/// <summary>A place in the list of requests, open ones before closed ones; as base64url it is what continues a list behind it.</summary>
internal sealed record ListPosition(bool Closed, string Row)
{
    public static ListPosition Start { get; } = new(false, "");

    /// <summary>Null when it is none, or was altered on its way through a browser: the list starts from its beginning.</summary>
    public static ListPosition? Parse(string? continuation) =>
        continuation is not null
        && Base64Url.IsValid(continuation)
        && Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation)).Split(' ') is [var closed, var row]
        && bool.TryParse(closed, out var c)
            ? new ListPosition(c, row)
            : null;

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes($"{Closed} {Row}"));
}
