namespace Workflow.Core.Intake;

/// <summary>
/// A text divided into what its labelled lines say and the rest. Whatever is not understood with certainty stays in
/// the rest, so nothing is lost and nothing is guessed.
/// </summary>
internal sealed class LabelledText
{
    private readonly Dictionary<MailField, Said> _said = [];
    private readonly HashSet<MailField> _contradicted = [];
    private readonly List<string> _rest = [];

    private LabelledText()
    {
    }

    /// <summary>The text without the labelled lines that were understood.</summary>
    public string Rest => string.Join('\n', _rest).Trim();

    /// <summary>The one value of a field; null when it was not said.</summary>
    public string? One(MailField field) => _said.TryGetValue(field, out var said) ? string.Join('\n', said.Values) : null;

    /// <summary>The values of a field; empty when it was not said.</summary>
    public IReadOnlyList<string> All(MailField field) => _said.TryGetValue(field, out var said) ? said.Values : [];

    /// <summary>Divides a text whose lines end in a line feed.</summary>
    public static LabelledText Of(string text)
    {
        var result = new LabelledText();
        var lines = text.Split('\n');
        var free = FreeAnswers.In(lines);
        for (var i = 0; i < lines.Length; i++)
        {
            if (free.TryGetValue(i, out var answers))
            {
                foreach (var (principle, answer) in answers) result.Add(principle, answer, lines[i..(i + 1)]);
                continue;
            }

            if (MailLabels.Read(lines[i]) is not var (field, value))
            {
                result._rest.Add(lines[i]);
                continue;
            }

            var start = i;
            while (MayContinue(field) && i + 1 < lines.Length && !string.IsNullOrWhiteSpace(lines[i + 1])
                && !free.ContainsKey(i + 1) && MailLabels.Read(lines[i + 1]) is null)
            {
                i++;
            }

            var said = string.Join('\n', lines[(start + 1)..(i + 1)].Select(line => line.Trim()).Prepend(value)).Trim();
            result.Add(field, said, lines[start..(i + 1)]);
        }

        return result;
    }

    private void Add(MailField field, string value, string[] lines)
    {
        if (value.Length == 0) return;

        if (field is MailField.Description)
        {
            _rest.Add(value);
        }
        else if (_contradicted.Contains(field) || MailValues.Read(field, value) is not { } understood)
        {
            _rest.AddRange(lines);
        }
        else if (!_said.TryGetValue(field, out var before))
        {
            _said.Add(field, new Said([.. understood.Values], [.. lines]));
            if (!understood.IsAll) _rest.AddRange(lines);
        }
        else if (MayContinue(field))
        {
            before.Values.AddRange(understood.Values);
            before.Lines.AddRange(lines);
        }
        else if (!before.Values.SequenceEqual(understood.Values))
        {
            // Said twice and differently: only its author knows which one holds.
            _said.Remove(field);
            _contradicted.Add(field);
            _rest.AddRange([.. before.Lines, .. lines]);
        }
    }

    // Texts and lists run on to the next empty or labelled line; the rest are one line each.
    private static bool MayContinue(MailField field) => field is
        MailField.Description or MailField.Inputs or MailField.Outputs or MailField.Tools
        or MailField.InputKinds or MailField.People or MailField.Beneficiaries;

    private sealed record Said(List<string> Values, List<string> Lines);
}
