using System.Text.RegularExpressions;

namespace Workflow.Core.Intake;

/// <summary>
/// Cuts off what stands below a letter: the signature under its two dashes, the line that a phone adds, rules drawn
/// before quoted text, and notices of confidentiality. Only from the end, so that nothing that somebody wrote between
/// other words can be taken for one of these.
/// </summary>
internal static partial class MailEnding
{
    private const int LongestMarker = 400;

    // Real notices are short paragraphs; a longer one may say something of its own.
    private const int LongestNotice = 1_500;

    /// <summary>The lines without their ending.</summary>
    public static IReadOnlyList<string> Cut(List<string> lines)
    {
        var dashes = lines.FindIndex(line => line.TrimEnd() == "--");
        var end = dashes < 0 ? lines.Count : dashes;
        for (var before = -1; before != end;)
        {
            before = end;
            while (end > 0 && (string.IsNullOrWhiteSpace(lines[end - 1]) || IsEnding(lines[end - 1]))) end--;
            end = WithoutNotice(lines, end);
        }

        return lines[..end];
    }

    private static bool IsEnding(string line) => line.Length <= LongestMarker && (FromMyPhone().IsMatch(line) || Rule().IsMatch(line));

    private static int WithoutNotice(List<string> lines, int end)
    {
        var start = end;
        for (var length = 0; start > 0 && !string.IsNullOrWhiteSpace(lines[start - 1]); start--)
        {
            length += lines[start - 1].Length;
            if (length > LongestNotice) return end;
        }

        var paragraph = string.Join(' ', lines[start..end]);
        return NoticeOpening().IsMatch(paragraph) && Confidential().IsMatch(paragraph) && Recipient().IsMatch(paragraph) ? start : end;
    }

    [GeneratedRegex(@"^\s*[_=*~–—-]{5,}\s*$", RegexOptions.CultureInvariant)]
    private static partial Regex Rule();

    [GeneratedRegex(
        @"^\s*((sent (from|via|with) (my )?|get outlook for |envoyé (de mon|depuis( mon)?|à partir (de|d.)) ?|(obtenir|télécharger) outlook pour "
        + @"|enviado desde (mi )?|obtener outlook para |enviado (do|de|pelo|a partir do) (meu )?|(obter|baixar|obtenha) o outlook para "
        + @"|gesendet (von|mit|über) |(holen sie sich|laden sie) outlook für |von meinem |diese nachricht wurde von |inviato (da|dal) |(scarica|ottieni) outlook per )\S+(\s\S+){0,9}"
        + @"|outlook für \S+ (beziehen|herunterladen)(\s\S+)?|(나의 |내 )?\S+( \S+){0,3}에서 (보냄|전송됨|보냈습니다\.?)|(iOS|Android)용 Outlook\s?(다운로드|가져오기|받기)(\s\S+)?"
        + @"|\S+( \S+){0,3}から送信(されました。?)?|(iOS|Android)\s?版\s?Outlook\s?を(入手|取得)(\s\S+)?)\s*$",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex FromMyPhone();

    [GeneratedRegex(
        @"^\W*((this|the information (contained )?in this) (e-?mail|message|communication)|confidentiality notice|confidential( communication)?\s*:"
        + @"|ce (courriel|message|mail)|(este|el presente) (correo|mensaje|e-mail)|(esta|a presente) mensagem|este e-?mail|diese (e-?mail|nachricht)"
        + @"|(questo|il presente) messaggio|questa e-?mail|(이|본) (메일|이메일|메시지|전자우편)|(この|本)(電子)?メール)",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NoticeOpening();

    [GeneratedRegex(@"confidential|privileged|confidentiel|confidencia|vertraulich|riservat|confidenzial|기밀|비밀|機密|秘密", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Confidential();

    [GeneratedRegex(@"recipient|destinataire|destinat[aá]ri|empfänger|adressat|addressee|수신|받는|宛先|受信者|名宛人|受取人", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recipient();
}
