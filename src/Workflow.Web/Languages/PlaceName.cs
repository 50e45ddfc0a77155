namespace Workflow.Web.Languages;

/// <summary>The name of a place as data has it, "London", by what a language calls it, "Londres".</summary>
/// <param name="name">In English; a language that has no name of its own for it keeps this one.</param>
internal sealed class PlaceName(string name) : IFormattable
{
    public string ToString(string? format, IFormatProvider? formatProvider) =>
        (formatProvider as Language ?? Language.Current).Places.GetValueOrDefault(name, name);
}
