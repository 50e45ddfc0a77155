using System.Security.Cryptography;
using System.Text;
using Workflow.Adapters.Files;

namespace Workflow.Adapters.Signing;

/// <summary>Writes files whole or not at all, and secret ones for the owner's eyes only.</summary>
internal static class SecretFile
{
    private const UnixFileMode Owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <summary>Makes a folder that only its owner may enter; leaves one that is there as it is.</summary>
    public static void CreateFolder(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, Owner | UnixFileMode.UserExecute);
        }
    }

    /// <summary>Writes a secret durably, unless another process has been faster: then theirs counts.</summary>
    public static void CreateOnce(string path, string content)
    {
        var draft = WriteDraft(path, Encoding.ASCII.GetBytes(content), Owner);
        try
        {
            File.Move(draft, path, overwrite: false);
            DurableFolder.Flush(Path.GetDirectoryName(path)!);
        }
        catch (IOException) when (File.Exists(path))
        {
            File.Delete(draft);
        }
    }

    /// <summary>Writes a public file durably over whatever is there.</summary>
    public static void Replace(string path, byte[] content)
    {
        var draft = WriteDraft(path, content, Owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);
        File.Move(draft, path, overwrite: true);
        DurableFolder.Flush(Path.GetDirectoryName(path)!);
    }

    private static string WriteDraft(string path, byte[] content, UnixFileMode mode)
    {
        var draft = $"{path}.{RandomNumberGenerator.GetHexString(16, lowercase: true)}.draft";
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            options.UnixCreateMode = mode;
        }

        using var file = new FileStream(draft, options);
        file.Write(content);
        file.Flush(flushToDisk: true);
        return draft;
    }
}
