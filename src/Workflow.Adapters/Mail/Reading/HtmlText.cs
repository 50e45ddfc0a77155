using System.Text;
using MimeKit.Text;
using Workflow.Core.Intake;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Renders the HTML of a mail as plain text in one pass over its tokens, so that no depth of nesting can hurt. Block
/// quotes become lines marked with <c>&gt;</c>, as plain mails mark them.
/// </summary>
internal sealed class HtmlText
{
    private const int DeepestQuote = 10;

    private readonly StringBuilder _text = new();
    private readonly StringBuilder _line = new();
    private int _quotes;
    private int _preformatted;
    private HtmlTagId? _skipping;

    private HtmlText()
    {
    }

    public static string Of(string html)
    {
        var result = new HtmlText();
        var tokens = new HtmlTokenizer(new StringReader(html)) { DecodeCharacterReferences = true };
        while (result._text.Length + result._line.Length <= MailLimits.TextCharacters && tokens.ReadNextToken(out var token))
        {
            switch (token)
            {
                case HtmlTagToken tag:
                    result.Tag(tag);
                    break;
                case HtmlScriptDataToken:
                    break;
                case HtmlDataToken data when result._skipping is null:
                    result.Data(data.Data);
                    break;
            }
        }

        result.EndLine();
        return result._text.ToString().Trim('\n');
    }

    private void Tag(HtmlTagToken tag)
    {
        if (_skipping is { } skipped)
        {
            if (tag.IsEndTag && tag.Id == skipped) _skipping = null;
            return;
        }

        switch (tag.Id)
        {
            case HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Title when !tag.IsEndTag && !tag.IsEmptyElement:
                _skipping = tag.Id;
                break;

            case HtmlTagId.Br:
                EndLine(keepEmpty: true);
                break;

            case HtmlTagId.BlockQuote:
                EndLine();
                _quotes = Math.Clamp(_quotes + (tag.IsEndTag ? -1 : 1), 0, DeepestQuote);
                break;

            case HtmlTagId.Pre:
                EndLine();
                _preformatted = Math.Max(0, _preformatted + (tag.IsEndTag ? -1 : 1));
                break;

            case HtmlTagId.P or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.H5 or HtmlTagId.H6
                or HtmlTagId.UL or HtmlTagId.OL or HtmlTagId.Table:
                EndLine();
                EmptyLine();
                break;

            case HtmlTagId.Div when !tag.IsEndTag && IsSignature(tag):
                EndLine();
                if (!EndsInDashes()) _text.Append("-- \n");
                break;

            case HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.HR or HtmlTagId.Section or HtmlTagId.Article or HtmlTagId.Body:
                EndLine();
                break;

            case HtmlTagId.LI:
                EndLine();
                if (!tag.IsEndTag) _line.Append("- ");
                break;

            case HtmlTagId.TD or HtmlTagId.TH when tag.IsEndTag:
                Data(" ");
                break;
        }
    }

    // Gmail, Thunderbird and Outlook say where their signature starts, but not all of them draw its two dashes.
    private static bool IsSignature(HtmlTagToken tag) => tag.Attributes.Any(a =>
        a.Id is HtmlAttributeId.Class or HtmlAttributeId.Id
        && a.Value is { } value && (value.StartsWith("gmail_signature", StringComparison.Ordinal) || value.StartsWith("moz-signature", StringComparison.Ordinal)
            || value is "Signature" or "ms-outlook-mobile-signature"));

    private bool EndsInDashes() => _text.Length >= 3 && _text.ToString(Math.Max(0, _text.Length - 4), Math.Min(4, _text.Length)).Trim() == "--";

    private void Data(string data)
    {
        if (_preformatted > 0)
        {
            var lines = data.ReplaceLineEndings("\n").Split('\n');
            for (var i = 0; i < lines.Length; i++)
            {
                if (i > 0) EndLine(keepEmpty: true);
                _line.Append(lines[i]);
            }

            return;
        }

        foreach (var c in data)
        {
            if (!char.IsWhiteSpace(c)) _line.Append(c);
            else if (_line.Length > 0 && _line[^1] != ' ') _line.Append(' ');
        }
    }

    private void EndLine(bool keepEmpty = false)
    {
        var line = _line.ToString().TrimEnd();
        _line.Clear();
        if (line.Length > 0) _text.Insert(_text.Length, "> ", _quotes).Append(line).Append('\n');
        else if (keepEmpty) EmptyLine();
    }

    private void EmptyLine()
    {
        if (_text.Length > 1 && !(_text[^1] == '\n' && _text[^2] == '\n')) _text.Append('\n');
    }
}
