namespace Workflow.Adapters.Files;

/// <summary>Where the policy and the directory are kept as files. Bound from the section <c>Policies</c>.</summary>
public sealed class PolicyFilesOptions
{
    /// <summary>The section of the configuration.</summary>
    public const string Section = "Policies";

    /// <summary>The folder; a relative one is taken from the program's own folder. Default: the built-in <c>policies</c>.</summary>
    public string Folder { get; set; } = "policies";

    /// <summary>The policy document in it. Default: <c>streamer-genai.yaml</c>.</summary>
    public string Policy { get; set; } = "streamer-genai.yaml";

    /// <summary>The directory document in it. Default: <c>directory.yaml</c>.</summary>
    public string Directory { get; set; } = "directory.yaml";

    /// <summary>The full path of a document.</summary>
    internal string PathOf(string document) => Path.GetFullPath(Path.Combine(AppContext.BaseDirectory, Folder, document));
}
