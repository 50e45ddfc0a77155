using System.Text.RegularExpressions;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>Makes a draft of a declaration from a mail: what its labelled lines say, and its author's own words as description.</summary>
public static partial class MailDraft
{
    /// <summary>The draft; what the mail does not say is null.</summary>
    /// <param name="mail">As read.</param>
    /// <param name="productions">As the directory names them: a production that is none of these is left for the submitter to choose.</param>
    public static DeclarationDraft Of(IncomingMail mail, IReadOnlyList<string> productions)
    {
        var fresh = FreshText.Of(mail.Text);
        var said = LabelledText.Of(fresh);
        var named = said.One(MailField.Production);
        var production = named is null ? null : productions.FirstOrDefault(p => MailLabels.Key(p) == MailLabels.Key(named.Trim('"', '“', '”', '«', '»', ' ', '\u00a0')));
        var dates = said.All(MailField.Dates);

        // A mail that only forwards or quotes says what it quotes, but nobody's labelled answers in there are the sender's.
        var description = fresh.Length == 0 ? mail.Text : said.Rest;
        if (named is not null && production is null) description = $"{description}\n\nProduction: {named}";

        return new DeclarationDraft
        {
            Name = PlainText.Shorten(mail.SenderName, DeclarationLimits.Line),
            Email = mail.SenderAddress,
            Language = LanguageGuess.Of($"{mail.Subject}\n{description}"),
            Production = production,
            Title = said.One(MailField.Title) ?? PlainText.Shorten(ReplyMarks().Replace(mail.Subject, ""), DeclarationLimits.Title),
            Description = description,
            Tools = [.. said.All(MailField.Tools).Select(ReadTool)],
            Inputs = said.One(MailField.Inputs),
            InputKinds = said.All(MailField.InputKinds),
            Outputs = said.One(MailField.Outputs),
            Use = said.One(MailField.Use),
            FinalDeliverable = said.One(MailField.FinalDeliverable),
            PeopleDepicted = said.All(MailField.People),
            Beneficiaries = said.All(MailField.Beneficiaries),
            From = dates.Count == 2 ? dates[0] : said.One(MailField.Start),
            To = dates.Count == 2 ? dates[1] : said.One(MailField.End),
            Territory = said.One(MailField.Territory),
            P1 = said.One(MailField.P1),
            P2 = said.One(MailField.P2),
            P3 = said.One(MailField.P3),
            P4 = said.One(MailField.P4),
            P5 = said.One(MailField.P5),
        };
    }

    // "Name (vendor, plan, terms)", of which only the name must be there.
    private static ToolDraft ReadTool(string entry)
    {
        var match = Bracketed().Match(entry);
        if (!match.Success) return new ToolDraft { Name = entry };

        var details = match.Groups[2].Value.Split(',', 3, StringSplitOptions.TrimEntries);
        return new ToolDraft
        {
            Name = match.Groups[1].Value,
            Vendor = details[0],
            Plan = details.ElementAtOrDefault(1),
            Terms = details.ElementAtOrDefault(2),
        };
    }

    [GeneratedRegex(@"^(.+?)\s*\(([^()]+)\)$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(@"^\s*((re|fw|fwd|tr|rv|réf)\s*:\s*)+", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ReplyMarks();
}
