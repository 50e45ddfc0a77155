using System.Collections.Frozen;
using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Workflow.Core.Intake;

/// <summary>What a labelled line of a mail can be about.</summary>
internal enum MailField
{
    Production, Title, Description, Tools, Inputs, InputKinds, Outputs, Use, FinalDeliverable,
    People, Beneficiaries, Dates, Start, End, Territory, P1, P2, P3, P4, P5,
}

/// <summary>
/// The labels that people put before a line, in English, French, Spanish, German, Portuguese, Italian, Korean and
/// Japanese.
/// </summary>
internal static partial class MailLabels
{
    private const int LongestLabel = 40;

    // Nobody explains an answer at greater length in one line.
    private const int LongestAnswer = 2_000;

    private static readonly FrozenDictionary<string, MailField> Fields = new (MailField Field, string Labels)[]
    {
        (MailField.Production, "production, producción, Produktion, produção, produzione, 프로덕션, 제작, 작품, プロダクション, 作品, 制作"),
        (MailField.Title, "title, titre, título, Titel, titolo, 제목, タイトル, 題名"),
        (MailField.Description, "description, descripción, Beschreibung, descrição, descrizione, 설명, 説明, 内容"),
        (MailField.Tools, "tool, tools, outil, outils, herramienta, herramientas, Werkzeug, Werkzeuge, ferramenta, ferramentas, strumento, strumenti, 도구, ツール, 使用ツール"),
        (MailField.Inputs, "input, inputs, entrées, éléments fournis, entradas, materiales de entrada, Eingaben, Ausgangsmaterial, materiais de entrada, "
            + "materiali di partenza, 입력, 입력 자료, 入力, 入力素材"),
        (MailField.InputKinds, "input kind, input kinds, types d'entrées, tipos de entrada, Art der Eingaben, tipi di input, 입력 유형, 入力の種類"),
        (MailField.Outputs, "output, outputs, sorties, résultats, salidas, resultados, Ergebnisse, Ergebnis, saídas, risultati, 결과물, 출력, 出力, 成果物"),
        (MailField.Use, "use, intended use, usage, usage prévu, utilisation, uso, uso previsto, Verwendung, Verwendungszweck, utilização, utilizzo, 용도, 用途"),
        (MailField.FinalDeliverable, "final deliverable, final deliverables, livrable final, entregable final, Endprodukt, entregável final, consegna finale, "
            + "최종 납품물, 최종 결과물, 最終納品物, 最終成果物"),
        (MailField.People, "people, people depicted, personnes, personnes représentées, personas, personas representadas, Personen, abgebildete Personen, "
            + "pessoas, pessoas representadas, persone, persone raffigurate, 인물, 등장인물, 人物, 登場人物"),
        (MailField.Beneficiaries, "beneficiary, beneficiaries, bénéficiaire, bénéficiaires, beneficiario, beneficiarios, Begünstigte, beneficiário, beneficiários, "
            + "beneficiari, 수혜자, 受益者"),
        (MailField.Dates, "dates, fechas, Zeitraum, datas, date, 기간, 期間, 日程"),
        (MailField.Start, "start, start date, début, date de début, inicio, fecha de inicio, Beginn, início, inizio, 시작일, 開始日"),
        (MailField.End, "end, end date, fin, date de fin, fecha de fin, Ende, fim, fine, 종료일, 終了日"),
        (MailField.Territory, "territory, territoire, territorio, Gebiet, território, 지역, 地域"),
        (MailField.P1, Principle(1)),
        (MailField.P2, Principle(2)),
        (MailField.P3, Principle(3)),
        (MailField.P4, Principle(4)),
        (MailField.P5, Principle(5)),
    }.SelectMany(row => row.Labels.Split(", ").Select(label => (Label: Key(label), row.Field))).Distinct().ToFrozenDictionary(p => p.Label, p => p.Field);

    /// <summary>The label of a line and what follows its colon; null when the line has none that we know.</summary>
    public static (MailField Field, string Value)? Read(string line)
    {
        var bare = line.AsSpan().TrimStart(" \t\u00a0\u3000*-•_・■●");
        var colon = bare[..Math.Min(bare.Length, LongestLabel)].IndexOfAny(':', '：');
        return colon >= 1 && Fields.TryGetValue(Key(bare[..colon].Trim("*_ \u3000").ToString()), out var field)
            ? (field, bare[(colon + 1)..].Trim().TrimStart("*_").Trim().ToString())
            : ReadPrinciple(bare);
    }

    /// <summary>
    /// A word or name as it is compared: without case, accents or doubled spaces, with straight apostrophes, wide and
    /// narrow letters alike.
    /// </summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.Replace('’', '\'').EnumerateRunes().SelectMany(r => Decomposed(r)))
        {
            if (char.IsWhiteSpace(rune))
            {
                if (key.Length > 0 && key[^1] != ' ') key.Append(' ');
            }
            else if (CharUnicodeInfo.GetUnicodeCategory(rune) is not UnicodeCategory.NonSpacingMark)
            {
                key.Append(char.ToLowerInvariant(rune));
            }
        }

        return key.ToString().TrimEnd();
    }

    // Normalization throws on U+FFFE, which is no character.
    private static string Decomposed(Rune rune) => rune.Value == 0xFFFE ? "" : rune.ToString().Normalize(NormalizationForm.FormKD);

    // Principles are answered without a colon too: "P1 yes", "P3) no". Only their own values are understood, so prose stays prose.
    private static (MailField Field, string Value)? ReadPrinciple(ReadOnlySpan<char> bare)
    {
        if (bare.Length is 0 or > LongestAnswer || bare[0] is not ('p' or 'P' or 'ｐ' or 'Ｐ')) return null;

        var match = FreePrinciple().Match(Key(bare.ToString()));
        return match.Success ? (MailField.P1 + (match.Groups[1].ValueSpan[0] - '1'), match.Groups[2].Value.Trim()) : null;
    }

    private static string Principle(int n) =>
        string.Join(", ", "p principle principe principio princípio Prinzip Grundsatz 원칙 原則".Split(' ').Select(word => $"{word}{n}, {word} {n}"));

    [GeneratedRegex(@"^p\s?([1-5])(?:\s*\([^()]{1,100}\))?\*{0,2}(?:\s*[:.)=–—-]|\s)\*{0,2}\s*(\S.*)$", RegexOptions.CultureInvariant)]
    private static partial Regex FreePrinciple();
}
