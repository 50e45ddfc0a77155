using System.Text.RegularExpressions;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>Makes a draft of a declaration from a mail: what its labelled lines say, and its author's own words as description.</summary>
public static partial class MailDraft
{
    // About a line of text: "Please see below, this is for the harbour."
    private const int HardlyAnything = 60;

    private static readonly char[] QuotationMarks = ['"', '“', '”', '„', '«', '»', '「', '」', '『', '』', '《', '》', ' ', '\u00a0', '\u3000'];

    /// <summary>The draft; what the mail does not say is null.</summary>
    /// <param name="mail">As read.</param>
    /// <param name="productions">As the directory names them: a production that is none of these is left for the submitter to choose.</param>
    public static DeclarationDraft Of(IncomingMail mail, IReadOnlyList<string> productions)
    {
        var divided = FreshText.Divide(mail.Text);
        var said = LabelledText.Of(divided.Fresh);
        var named = said.One(MailField.Production);
        var production = named is null ? null : productions.FirstOrDefault(p => MailLabels.Key(p) == MailLabels.Key(named.Trim(QuotationMarks)));
        var dates = said.All(MailField.Dates);

        var description = Describe(mail, divided, said.Rest);
        if (named is not null && production is null) description = $"{description}\n\nProduction: {named}";

        return new DeclarationDraft
        {
            Name = PlainText.Shorten(mail.SenderName, DeclarationLimits.Line),
            Email = mail.SenderAddress,
            // The labels and short answers tell it too.
            Language = LanguageGuess.Of($"{mail.Subject}\n{divided.Fresh}\n{description}"),
            Production = production,
            Title = said.One(MailField.Title) ?? PlainText.Shorten(SubjectMarks().Replace(mail.Subject, ""), DeclarationLimits.Title),
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

    // What somebody passes on says what they mean when they hardly wrote themselves. Nobody's labelled answers in there are theirs.
    private static string Describe(IncomingMail mail, DividedText divided, string own)
    {
        var passesOn = divided.SaysForwarded || (divided.Old.Count > 0 && ForwardMark().IsMatch(mail.Subject));
        return passesOn && Weight(own) < HardlyAnything ? $"{own}\n\n{divided.Passage}".Trim()
            : divided.Fresh.Length == 0 ? mail.Text
            : own;
    }

    // Letters; one of Chinese or Japanese script, or a Korean syllable, says about as much as three of the alphabet.
    private static int Weight(string text) => text.Sum(c => !char.IsLetter(c) ? 0 : c >= '\u2E80' ? 3 : 1);

    // "Name (vendor, plan, terms)", of which only the name must be there.
    private static ToolDraft ReadTool(string entry)
    {
        var match = Bracketed().Match(entry);
        if (!match.Success) return new ToolDraft { Name = entry };

        var details = match.Groups[2].Value.Split([',', '、', '，'], 3, StringSplitOptions.TrimEntries);
        return new ToolDraft
        {
            Name = match.Groups[1].Value,
            Vendor = details[0],
            Plan = details.ElementAtOrDefault(1),
            Terms = details.ElementAtOrDefault(2),
        };
    }

    [GeneratedRegex(@"^(.+?)\s*[(（]([^()（）]+)[)）]$", RegexOptions.CultureInvariant)]
    private static partial Regex Bracketed();

    [GeneratedRegex(
        @"^\s*((re|fw|fwd|tr|rv|réf|aw|wg|res|enc|rif|i|r|sv|vs|회신|답장|전달|返信|転送)(\s?\[\d{1,3}\])?\s*[:：]\s*)+",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SubjectMarks();

    [GeneratedRegex(@"^\s*(fw|fwd|tr|rv|wg|enc|i|전달|転送)\s*[:：]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ForwardMark();
}
