using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Workflow.Core.Requests;

namespace Workflow.Web.Submitting;

/// <summary>SHA-256 over what was sent, lower-case hexadecimal: tells a repeated post from another one.</summary>
internal static class Fingerprint
{
    /// <summary>Of a body as it arrived.</summary>
    public static string Of(ReadOnlySpan<byte> body) => Convert.ToHexStringLower(SHA256.HashData(body));

    /// <summary>Of what was typed into a form, with its files.</summary>
    public static string Of(DeclarationDraft draft, IReadOnlyList<Attachment> files)
    {
        var typed = JsonSerializer.Serialize(draft, DraftJson.Default.DeclarationDraft);
        var sent = string.Join('\n', files.Select(f => $"{f.Sha256} {f.Name}").Prepend(typed));
        return Of(Encoding.UTF8.GetBytes(sent));
    }
}
