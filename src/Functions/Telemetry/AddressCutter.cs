using System.Diagnostics;
using OpenTelemetry;

namespace Functions.Telemetry;

/// <summary>
/// Cuts addresses in finished spans down to what names nobody: query strings hold link tokens, and paths of other
/// services hold the keys of rows and the addresses of mailboxes.
/// </summary>
internal sealed class AddressCutter : BaseProcessor<Activity>
{
    private const string Query = "url.query";

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        data.SetTag(Query, null);
        data.DisplayName = Cut(data.DisplayName);
        foreach (var (name, value) in data.TagObjects.ToList())
        {
            if (value is string text && Cut(text) is var cut && cut.Length < text.Length)
                data.SetTag(name, cut);
        }
    }

    private static string Cut(string text)
    {
        if (Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address.GetLeftPart(UriPartial.Authority);
        var query = text.IndexOf('?', StringComparison.Ordinal);
        return query < 0 ? text : text[..query];
    }
}
