using System.Collections.Frozen;
using System.Globalization;
using System.Text;

namespace Workflow.Core.Intake;

/// <summary>What a labelled line of a mail can be about.</summary>
internal enum MailField
{
    Production, Title, Description, Tools, Inputs, InputKinds, Outputs, Use, FinalDeliverable,
    People, Beneficiaries, Dates, Start, End, Territory, P1, P2, P3, P4, P5,
}

/// <summary>The labels that people put before a line, in English, French and Spanish.</summary>
internal static class MailLabels
{
    private const int LongestLabel = 40;

    private static readonly FrozenDictionary<string, MailField> Fields = new (MailField Field, string[] Labels)[]
    {
        (MailField.Production, ["production", "produccion"]),
        (MailField.Title, ["title", "titre", "titulo"]),
        (MailField.Description, ["description", "descripcion"]),
        (MailField.Tools, ["tool", "tools", "outil", "outils", "herramienta", "herramientas"]),
        (MailField.Inputs, ["input", "inputs", "entrees", "elements fournis", "entradas", "materiales de entrada"]),
        (MailField.InputKinds, ["input kind", "input kinds", "types d'entrees", "tipos de entrada"]),
        (MailField.Outputs, ["output", "outputs", "sorties", "resultats", "salidas", "resultados"]),
        (MailField.Use, ["use", "intended use", "usage", "usage prevu", "utilisation", "uso", "uso previsto"]),
        (MailField.FinalDeliverable, ["final deliverable", "final deliverables", "livrable final", "entregable final"]),
        (MailField.People, ["people", "people depicted", "personnes", "personnes representees", "personas", "personas representadas"]),
        (MailField.Beneficiaries, ["beneficiary", "beneficiaries", "beneficiaire", "beneficiaires", "beneficiario", "beneficiarios"]),
        (MailField.Dates, ["dates", "fechas"]),
        (MailField.Start, ["start", "start date", "debut", "date de debut", "inicio", "fecha de inicio"]),
        (MailField.End, ["end", "end date", "fin", "date de fin", "fecha de fin"]),
        (MailField.Territory, ["territory", "territoire", "territorio"]),
        (MailField.P1, ["p1", "principle 1", "principe 1", "principio 1"]),
        (MailField.P2, ["p2", "principle 2", "principe 2", "principio 2"]),
        (MailField.P3, ["p3", "principle 3", "principe 3", "principio 3"]),
        (MailField.P4, ["p4", "principle 4", "principe 4", "principio 4"]),
        (MailField.P5, ["p5", "principle 5", "principe 5", "principio 5"]),
    }.SelectMany(row => row.Labels.Select(label => (label, row.Field))).ToFrozenDictionary(p => p.label, p => p.Field);

    /// <summary>The label of a line and what follows its colon; null when the line has none that we know.</summary>
    public static (MailField Field, string Value)? Read(string line)
    {
        var bare = line.AsSpan().TrimStart(" \t\u00a0*-•_");
        var colon = bare[..Math.Min(bare.Length, LongestLabel)].IndexOfAny(':', '：');
        if (colon < 1 || !Fields.TryGetValue(Key(bare[..colon].Trim("*_ ").ToString()), out var field)) return null;

        return (field, bare[(colon + 1)..].Trim().TrimStart("*_").Trim().ToString());
    }

    /// <summary>A word or name as it is compared: without case, accents or doubled spaces, with straight apostrophes.</summary>
    public static string Key(string text)
    {
        var key = new StringBuilder(text.Length);
        foreach (var rune in text.Replace('’', '\'').EnumerateRunes().SelectMany(r => r.ToString().Normalize(NormalizationForm.FormD)))
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
}
