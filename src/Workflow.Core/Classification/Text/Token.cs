namespace Workflow.Core.Classification.Text;

/// <summary>A word of a text.</summary>
/// <param name="Word">Folded: lower case, without accents, width or invisible characters.</param>
/// <param name="Start">UTF-16 index in the original text.</param>
/// <param name="End">UTF-16 index after its last character in the original text.</param>
/// <param name="AfterComma">Whether a comma stands before it; a break counts as one.</param>
/// <param name="AfterBreak">Whether a new clause starts here: a dash, bracket, colon or semicolon stands before it.</param>
internal readonly record struct Token(string Word, int Start, int End, bool AfterBreak, bool AfterComma);
