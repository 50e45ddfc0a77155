using System.Text;

namespace Workflow.Core.Classification.Text;

/// <summary>Tells the script of a folded word by its first character.</summary>
internal static class Script
{
    /// <summary>Korean: folding takes syllables apart into the letters of the Jamo block.</summary>
    public static bool IsHangul(string word) => word[0] is (>= '\u1100' and <= '\u11FF') or (>= '\u3131' and <= '\u318E') or (>= '\uAC00' and <= '\uD7A3');

    /// <summary>Japanese: kana, and the ideographs that Chinese has too.</summary>
    public static bool IsJapanese(string word) => Rune.DecodeFromUtf16(word, out var first, out _) is System.Buffers.OperationStatus.Done && Folding.StandsAlone(first);
}
