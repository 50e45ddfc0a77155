using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>What a labelled value was understood as.</summary>
/// <param name="Values">The wire word, date or text; several for a list.</param>
/// <param name="IsAll">False when the value says more, which must stay readable in the description.</param>
internal sealed record MailValue(IReadOnlyList<string> Values, bool IsAll = true);

/// <summary>
/// Understands the values of labelled lines in English, French and Spanish, and rather understands nothing than the
/// wrong thing: an answer that calms must stand alone ("yes", not "yes, mostly"), one that alarms may be explained.
/// </summary>
internal static partial class MailValues
{
    private static readonly FrozenDictionary<string, Answer> Answers = Table(
        (Answer.Yes, "yes, oui, si"),
        (Answer.No, "no, non"),
        (Answer.Unsure, "unsure, not sure, don't know, i don't know, uncertain, pas sur, pas sure, incertain, je ne sais pas, "
            + "no se, no lo se, no estoy seguro, no estoy segura, inseguro"));

    private static readonly FrozenDictionary<string, IntendedUse> Uses = Table(
        (IntendedUse.Ideation, "ideation, moodboard, mood board, ideacion"),
        (IntendedUse.Temporary, "temporary, temp, temporaire, provisoire, temporal, provisional"),
        (IntendedUse.Background, "background, arriere-plan, fondo"),
        (IntendedUse.Final, "final"),
        (IntendedUse.Post, "post, post-production, postproduction, postproduccion"),
        (IntendedUse.Performance, "performance, interpretation, jeu, interpretacion, actuacion"),
        (IntendedUse.Training, "training, fine-tuning, entrainement, entrenamiento"),
        (IntendedUse.Other, "other, autre, otro"));

    private static readonly FrozenSet<string> Nobody =
        "none, nobody, no one, n/a, aucun, aucune, personne, ninguno, ninguna, nadie".Split(", ").ToFrozenSet();

    /// <summary>What the value means; null when that is not certain, or when it would not fit.</summary>
    public static MailValue? Read(MailField field, string value) => field switch
    {
        MailField.Description or MailField.Inputs or MailField.Outputs => new([value]),
        _ when value.Length > DeclarationLimits.Text => null,
        MailField.FinalDeliverable => ReadAnswer(value, calming: Answer.No),
        >= MailField.P1 and <= MailField.P5 => ReadAnswer(value, calming: Answer.Yes),
        MailField.Use => Uses.TryGetValue(Bare(value), out var use) ? new([Wire.Word(use)]) : null,
        MailField.InputKinds => ReadKinds(value),
        MailField.Dates => Dates().Matches(value) is { Count: 2 } dates ? new([.. dates.Select(d => d.Value)], IsAll: false) : null,
        MailField.Start or MailField.End => IsDate(value) ? new([value]) : null,
        MailField.Tools => ReadList(SplitTools(value)),
        MailField.People or MailField.Beneficiaries => ReadList(NameBreaks().Split(value)),
        MailField.Production or MailField.Title or MailField.Territory => value.Length <= DeclarationLimits.Line ? new([value]) : null,
        _ => throw new ArgumentOutOfRangeException(nameof(field)),
    };

    private static MailValue? ReadAnswer(string value, Answer calming)
    {
        var said = Bare(value);
        if (Answers.TryGetValue(said, out var whole)) return new([Wire.Word(whole)]);

        return Explained().Match(said) is { Success: true } match
            && Answers.TryGetValue(match.Groups[1].Value, out var answer) && answer != calming
                ? new([Wire.Word(answer)], IsAll: false)
                : null;
    }

    private static MailValue? ReadKinds(string value)
    {
        var kinds = value.Split([',', ';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        return kinds.All(k => Wire.Read<InputKind>(k) is not null) ? new(kinds) : null;
    }

    private static MailValue? ReadList(IEnumerable<string> entries)
    {
        List<string> list = [.. entries.Select(e => e.Trim(' ', '\t', '\u00a0', '-', '*', '•', '.')).Where(e => e.Length > 0)];
        if (list is [var only] && Nobody.Contains(MailLabels.Key(only))) return new([]);

        return list.Count <= DeclarationLimits.Entries && list.All(e => e.Length <= DeclarationLimits.Line) ? new(list) : null;
    }

    // A comma inside brackets belongs to the tool: "Name (vendor, plan)".
    private static IEnumerable<string> SplitTools(string value)
    {
        var (start, depth) = (0, 0);
        for (var i = 0; i < value.Length; i++)
        {
            depth += value[i] switch { '(' => 1, ')' => -1, _ => 0 };
            if (value[i] is ';' or '\n' || (value[i] is ',' && depth <= 0))
            {
                yield return value[start..i];
                (start, depth) = (i + 1, 0);
            }
        }

        yield return value[start..];
    }

    private static bool IsDate(string value) =>
        DateOnly.TryParseExact(value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static string Bare(string value) => MailLabels.Key(value).TrimEnd('.', '!', ' ');

    private static FrozenDictionary<string, T> Table<T>(params (T Value, string Words)[] rows) where T : struct, Enum =>
        rows.SelectMany(row => row.Words.Split(", ").Select(word => (word, row.Value))).ToFrozenDictionary(p => p.word, p => p.Value);

    [GeneratedRegex(@"^([a-z' ]+?)\s*[,;:.(–—-]", RegexOptions.CultureInvariant)]
    private static partial Regex Explained();

    [GeneratedRegex(@"\b\d{4}-\d{2}-\d{2}\b", RegexOptions.CultureInvariant)]
    private static partial Regex Dates();

    [GeneratedRegex(@"[,;\n]|\s(?:and|et|y)\s", RegexOptions.CultureInvariant)]
    private static partial Regex NameBreaks();
}
