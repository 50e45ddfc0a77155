using System.Collections.Frozen;
using System.Text.RegularExpressions;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>What a labelled value was understood as.</summary>
/// <param name="Values">The wire word, date or text; several for a list.</param>
/// <param name="IsAll">False when the value says more, which must stay readable in the description.</param>
internal sealed record MailValue(IReadOnlyList<string> Values, bool IsAll = true);

/// <summary>
/// Understands the values of labelled lines in the languages of <see cref="MailLabels"/>, and rather understands nothing
/// than the wrong thing: an answer that calms must stand alone ("yes", not "yes, mostly"), one that alarms may be explained.
/// </summary>
internal static partial class MailValues
{
    private static readonly FrozenDictionary<string, Answer> Answers = Table(
        (Answer.Yes, "yes, oui, sí, sì, ja, sim, 예, 네, はい"),
        (Answer.No, "no, non, nein, não, 아니요, 아니오, 아뇨, いいえ, いえ"),
        (Answer.Unsure, "unsure, not sure, don't know, i don't know, uncertain, pas sûr, pas sûre, incertain, je ne sais pas, "
            + "no sé, no lo sé, no estoy seguro, no estoy segura, inseguro, unsicher, nicht sicher, weiß nicht, weiss nicht, ich weiß es nicht, unklar, "
            + "não sei, não tenho certeza, incerto, non so, non lo so, non sono sicuro, non sono sicura, 모름, 모르겠음, 모르겠습니다, 잘 모르겠습니다, "
            + "불확실, 未定, 不明, 分からない, わからない, 分かりません, わかりません"));

    private static readonly FrozenDictionary<string, IntendedUse> Uses = Table(
        (IntendedUse.Ideation, "ideation, moodboard, mood board, idéation, ideación, Ideenfindung, ideação, ideazione, 아이디어, 무드보드, アイデア, アイデア出し, ムードボード"),
        (IntendedUse.Temporary, "temporary, temp, temporaire, provisoire, temporal, provisional, temporär, vorläufig, provisorisch, temporário, provisório, "
            + "temporaneo, provvisorio, 임시, 仮, 一時的"),
        (IntendedUse.Background, "background, arrière-plan, fondo, Hintergrund, fundo, sfondo, 배경, 背景"),
        (IntendedUse.Final, "final, finale, 최종, 最終"),
        (IntendedUse.Post, "post, post-production, postproduction, postproducción, Postproduktion, pós-produção, post-produzione, postproduzione, 후반 작업, ポストプロダクション"),
        (IntendedUse.Performance, "performance, interprétation, jeu, interpretación, actuación, Darstellung, interpretação, atuação, interpretazione, 연기, 演技"),
        (IntendedUse.Training, "training, fine-tuning, entraînement, entrenamiento, treinamento, addestramento, 학습, 学習"),
        (IntendedUse.Other, "other, autre, otro, andere, sonstiges, outro, altro, 기타, その他"));

    private static readonly FrozenSet<string> Nobody =
        "none, nobody, no one, n/a, aucun, aucune, personne, ninguno, ninguna, nadie, keine, niemand, nenhum, nenhuma, ninguém, nessuno, nessuna, 없음, なし, 無し"
            .Split(", ").Select(MailLabels.Key).ToFrozenSet();

    /// <summary>What the value means; null when that is not certain, or when it would not fit.</summary>
    public static MailValue? Read(MailField field, string value) => field switch
    {
        MailField.Description or MailField.Inputs or MailField.Outputs => new([value]),
        _ when value.Length > DeclarationLimits.Text => null,
        MailField.FinalDeliverable => ReadAnswer(value, calming: Answer.No),
        >= MailField.P1 and <= MailField.P5 => ReadAnswer(value, calming: Answer.Yes),
        MailField.Use => Uses.TryGetValue(Bare(value), out var use) ? new([Wire.Word(use)]) : null,
        MailField.InputKinds => ReadKinds(value),
        MailField.Dates => Dates().Matches(value) is { Count: 2 } dates ? new([.. dates.Select(Iso)], IsAll: false) : null,
        MailField.Start or MailField.End => Dates().Match(value) is { Success: true } date && date.Length == value.Length ? new([Iso(date)]) : null,
        MailField.Tools => ReadList(SplitTools(value)),
        MailField.People or MailField.Beneficiaries => ReadList(NameBreaks().Split(value)),
        MailField.Production or MailField.Title or MailField.Territory => value.Length <= DeclarationLimits.Line ? new([value]) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    /// <summary>Whether a text is nothing but an answer.</summary>
    public static bool IsAnswer(string text) => Answers.ContainsKey(Bare(text));

    private static MailValue? ReadAnswer(string value, Answer calming)
    {
        var said = Bare(value);
        if (Answers.TryGetValue(said, out var whole)) return new([Wire.Word(whole)]);

        return Explained().Match(said) is { Success: true } match
            && Answers.TryGetValue(match.Groups[1].Value.TrimEnd(), out var answer) && answer != calming
                ? new([Wire.Word(answer)], IsAll: false)
                : null;
    }

    private static MailValue? ReadKinds(string value)
    {
        var kinds = value.Split([',', ';', '、', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return kinds.All(k => Wire.Read<InputKind>(k) is not null) ? new(kinds) : null;
    }

    private static MailValue? ReadList(IEnumerable<string> entries)
    {
        List<string> list = [.. entries.Select(e => e.Trim(' ', '\t', '\u00a0', '-', '*', '•', '・', '.', '。')).Where(e => e.Length > 0)];
        if (list is [var only] && Nobody.Contains(MailLabels.Key(only))) return new([]);

        return list.Count <= DeclarationLimits.Entries && list.All(e => e.Length <= DeclarationLimits.Line) ? new(list) : null;
    }

    // A comma inside brackets belongs to the tool: "Name (vendor, plan)".
    private static IEnumerable<string> SplitTools(string value)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < value.Length; i++)
        {
            depth += value[i] switch { '(' or '（' => 1, ')' or '）' => -1, _ => 0 };
            if (value[i] is ';' or '\n' || (value[i] is ',' or '、' && depth <= 0))
            {
                yield return value[start..i];
                (start, depth) = (i + 1, 0);
            }
        }

        yield return value[start..];
    }

    private static string Iso(Match date) => $"{date.Groups[1].Value}-{date.Groups[2].Value.PadLeft(2, '0')}-{date.Groups[3].Value.PadLeft(2, '0')}";

    private static string Bare(string value) => MailLabels.Key(value).TrimEnd('.', '!', '。', ' ');

    private static FrozenDictionary<string, T> Table<T>(params (T Value, string Words)[] rows) where T : struct, Enum =>
        rows.SelectMany(row => row.Words.Split(", ").Select(word => (Word: MailLabels.Key(word), row.Value)))
            .Distinct().ToFrozenDictionary(p => p.Word, p => p.Value);

    [GeneratedRegex(@"^([\p{L}' ]+?)[,;:.(–—、。-]", RegexOptions.CultureInvariant)]
    private static partial Regex Explained();

    // Year, month, day: the one order of numbers that every reader takes alike.
    [GeneratedRegex(@"(?<!\d)(\d{4})(?:-|\s?年\s?|\s?년\s?)(\d{1,2})(?:-|\s?月\s?|\s?월\s?)(\d{1,2})(?:\s?日|\s?일|(?!\d))", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[,;、，\n]|\s(?:and|et|y|und)\s", RegexOptions.CultureInvariant)]
    private static partial Regex NameBreaks();
}
