namespace Workflow.Web.Languages;

/// <summary>How pages say something; every slice can call these.</summary>
public static class Speech
{
    /// <summary>A text, written as <c>@Say($"Waiting for {name}.")</c>.</summary>
    public static Text Say(Text text) => text;

    /// <summary>An address of our own, with the language that the visitor chose.</summary>
    public static string Here(string path) => InstalledLanguages.Carry(path, Language.Current);
}
