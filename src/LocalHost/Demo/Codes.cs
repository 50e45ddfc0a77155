using System.Text.RegularExpressions;
using AngleSharp.Html.Dom;

namespace LocalHost.Demo;

/// <summary>Sends forms that may want a one-time code: it is asked for by the same form, and read in the mailbox.</summary>
internal sealed partial class Codes(Visitor visitor, Mailboxes mailboxes)
{
    /// <summary>Sends it, with the code that the page wants, if it wants one.</summary>
    /// <param name="from">The page and its address.</param>
    /// <param name="path">Where the form posts to.</param>
    /// <param name="fields">What is typed and chosen.</param>
    /// <param name="reader">Whose mailbox the code goes to.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<(Uri Address, IHtmlDocument Page)> SendAsync(
        (Uri Address, IHtmlDocument Page) from,
        string path,
        IReadOnlyCollection<KeyValuePair<string, string>> fields,
        string reader,
        CancellationToken cancellationToken)
    {
        if (from.Page.QuerySelector("[name=code]") is null)
        {
            return await visitor.SendAsync(from, path, fields, cancellationToken);
        }

        // The wish for a code is a button of the form: with an address of its own, or with a value.
        var wish = from.Page.QuerySelector("button.secondary[formaction]")?.GetAttribute("formaction");
        var asked = await visitor.SendAsync(from, wish ?? path, wish is null ? [.. fields, new("step", "code")] : fields, cancellationToken);
        var code = await mailboxes.TakeAsync(m => m.To == reader && m.Link is null && Digits.IsMatch(m.Text), cancellationToken)
            ?? throw new InvalidOperationException("No mail with a one-time code came.");
        return await visitor.SendAsync(asked, path, [.. fields, new("code", Digits.Match(code.Text).Value)], cancellationToken);
    }

    [GeneratedRegex(@"\b\d{6}\b|\b\d{3} \d{3}\b")]
    private static partial Regex Digits { get; }
}
