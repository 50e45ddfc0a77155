namespace LocalHost.Tests.Commands;

/// <summary>A copy of the shipped policies, to be changed.</summary>
internal sealed class PolicyFolder : IDisposable
{
    private static readonly string Original = Path.Combine(AppContext.BaseDirectory, "policies");

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("approvals-policies-");

    public PolicyFolder()
    {
        foreach (var file in Directory.EnumerateFiles(Original, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder.FullName, Path.GetRelativePath(Original, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    public static string Shipped => Path.Combine(Original, "streamer-genai.yaml");

    public string Root => _folder.FullName;

    public string Policy => Path.Combine(_folder.FullName, "streamer-genai.yaml");

    public void Add(string lines) => File.AppendAllText(Policy, lines);

    public void Replace(string right, string wrong)
    {
        var text = File.ReadAllText(Policy);
        Assert.Contains(right, text, StringComparison.Ordinal);
        File.WriteAllText(Policy, text.Replace(right, wrong, StringComparison.Ordinal));
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
