using Workflow.Core.Records;

namespace Workflow.Adapters.Signing;

/// <summary>
/// The public halves beside the private key: <c>retired/*.jwks.json</c> for the keys before it, and
/// <c>record-signing.jwks.json</c> with all that are trusted, the one in use first, which may be given to anybody.
/// </summary>
internal static class PublicKeyFiles
{
    /// <summary>Retires the key in use before if it is another, exports what is trusted now, and returns it.</summary>
    public static RecordKeys Keep(string folder, RecordKey current)
    {
        var export = Path.Combine(folder, "record-signing.jwks.json");
        var retired = Path.Combine(folder, "retired");
        Directory.CreateDirectory(retired);

        // Only the first: a retired key whose file an admin has taken away must not come back from the export.
        if (File.Exists(export) && Read(export).All is [{ } before, ..] && before.Id != current.Id)
        {
            SecretFile.Replace(Path.Combine(retired, $"{before.Id}.jwks.json"), new RecordKeys([before]).ToJwks());
        }

        var others = Directory.EnumerateFiles(retired, "*.jwks.json").Order(StringComparer.Ordinal).SelectMany(f => Read(f).All);
        var trusted = new RecordKeys([current, .. others]);
        SecretFile.Replace(export, trusted.ToJwks());
        return trusted;
    }

    private static RecordKeys Read(string path) =>
        RecordKeys.TryRead(File.ReadAllBytes(path), out var keys, out var problem)
            ? keys
            : throw new InvalidOperationException($"{path}: {problem} Restore the file from a backup, or move it away.");
}
