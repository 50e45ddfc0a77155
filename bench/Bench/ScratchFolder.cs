namespace Bench;

/// <summary>A folder under the working directory, on the disk where data would lie: temporary folders are often memory.</summary>
internal sealed class ScratchFolder : IDisposable
{
    private readonly DirectoryInfo _folder =
        Directory.CreateDirectory($"bench-data-{Environment.ProcessId}");

    public string Path => _folder.FullName;

    /// <summary>The path of a new folder in it.</summary>
    public string New() => _folder.CreateSubdirectory($"{_folder.GetDirectories().Length}").FullName;

    public void Dispose() => _folder.Delete(recursive: true);
}
