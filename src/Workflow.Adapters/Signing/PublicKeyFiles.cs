using Workflow.Core.Records;

namespace Workflow.Adapters.Signing;

/// <summary>
/// The public halves beside the private key: <c>record-signing.jwks.json</c> for the key in use, which may be given to
/// anybody, and <c>retired/*.jwks.json</c> for those before it.
/// </summary>
internal static class PublicKeyFiles
{
    /// <summary>Exports the key in use, retires the one exported before if it is another, and returns all that are trusted.</summary>
    public static RecordKeys Keep(string folder, RecordKey current)
    {
        var export = Path.Combine(folder, "record-signing.jwks.json");
        var retired = Path.Combine(folder, "retired");
        Directory.CreateDirectory(retired);

        var before = File.Exists(export) ? Read(export).All : [];
        foreach (var key in before.Where(k => k.Id != current.Id))
        {
            SecretFile.Replace(Path.Combine(retired, $"{key.Id}.jwks.json"), new RecordKeys([key]).ToJwks());
        }

        if (before is not [{ } known] || known.Id != current.Id)
        {
            SecretFile.Replace(export, new RecordKeys([current]).ToJwks());
        }

        var others = Directory.EnumerateFiles(retired, "*.jwks.json").Order(StringComparer.Ordinal).SelectMany(f => Read(f).All);
        return new RecordKeys([current, .. others]);
    }

    private static RecordKeys Read(string path) =>
        RecordKeys.TryRead(File.ReadAllBytes(path), out var keys, out var problem)
            ? keys
            : throw new InvalidOperationException($"{path}: {problem} Restore the file from a backup, or move it away.");
}
