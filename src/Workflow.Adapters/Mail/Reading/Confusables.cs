using System.Globalization;
using System.Text;

namespace Workflow.Adapters.Mail.Reading;

/// <summary>
/// Tells names that look alike, after UTS 39 (Unicode security mechanisms): two names with the same skeleton can be
/// taken for one another, and a label that mixes scripts is made to be. The table holds the letters of Cyrillic, Greek
/// and a few others that fonts draw as Latin ones; wide letters and marks above letters go by decomposition.
/// </summary>
internal static class Confusables
{
    private const string Lookalikes =
        // Cyrillic
        "аa бb вb гr дd еe ёe зe іi їi јj кk лn мm нh оo пn рp сc тt уy фo хx ѕs ԁd ԛq ԝw һh ҽe ӏl ԍg ь6 ъb "
        // Greek
        + "αa βb γy εe ηn ιi κk μu νv οo ρp σo ςc τt υu χx ωw ϲc ϳj "
        // Latin beyond ASCII that is no letter with a mark, and Armenian
        + "ıi ɩi łl øo đd ħh ŧt ɑa ɡg ʟl ſf ƅb ƨs ʀr օo աw սu հh ոn յj ցg ";

    // Digits and pairs that a glance takes for a letter.
    private static readonly (string Seen, string As)[] Glances = [("rn", "m"), ("vv", "w"), ("cl", "d"), ("0", "o"), ("1", "l"), ("i", "l"), ("5", "s")];

    private static readonly Dictionary<char, char> Table = Lookalikes.Split(' ', StringSplitOptions.RemoveEmptyEntries).ToDictionary(pair => pair[0], pair => pair[1]);

    private enum Script
    {
        Common, Latin, Cyrillic, Greek, Armenian, Han, Kana, Hangul, Other,
    }

    /// <summary>What a name looks like at a glance, in lower-case Latin letters where they are alike.</summary>
    public static string Skeleton(string name)
    {
        var skeleton = new StringBuilder(name.Length);
        foreach (var c in name.ToLowerInvariant().Normalize(NormalizationForm.FormKD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(c) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.Format)) skeleton.Append(Table.GetValueOrDefault(c, c));
        }

        foreach (var (seen, taken) in Glances) skeleton.Replace(seen, taken);
        return skeleton.ToString();
    }

    /// <summary>Whether a label mixes scripts that no language writes together ("highly restrictive" in UTS 39).</summary>
    public static bool MixesScripts(string label)
    {
        HashSet<Script> scripts = [.. label.Select(ScriptOf)];
        scripts.Remove(Script.Common);
        if (scripts.Count <= 1) return false;

        return !scripts.IsSubsetOf([Script.Latin, Script.Han, Script.Kana]) && !scripts.IsSubsetOf([Script.Latin, Script.Han, Script.Hangul]);
    }

    private static Script ScriptOf(char c) => c switch
    {
        _ when !char.IsLetter(c) => Script.Common,
        < '\u0250' or >= '\u1E00' and <= '\u1EFF' => Script.Latin,
        >= '\u0250' and <= '\u02AF' => Script.Other,
        >= '\u0370' and <= '\u03FF' or >= '\u1F00' and <= '\u1FFF' => Script.Greek,
        >= '\u0400' and <= '\u052F' => Script.Cyrillic,
        >= '\u0530' and <= '\u058F' => Script.Armenian,
        >= '\u3041' and <= '\u30FF' => Script.Kana,
        >= '\u3400' and <= '\u9FFF' => Script.Han,
        >= '\uAC00' and <= '\uD7A3' => Script.Hangul,
        _ => Script.Other,
    };
}
