using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Adapters.People;
using Workflow.Core.People;

namespace Workflow.Adapters.Files;

/// <summary>The directory of a file, read again when it was changed, so that an absence can be entered while the server runs.</summary>
public sealed class DirectoryFile : IPeopleSource
{
    private readonly WatchedDocument<DirectoryDocument> _file;

    internal DirectoryFile(IOptions<PolicyFilesOptions> options, ILogger<DirectoryFile> logger) => _file = new WatchedDocument<DirectoryDocument>(
        options.Value.PathOf(options.Value.Directory), path => Read(path) is var (directory, problems) ? (directory, problems) : default, logger);

    /// <summary>
    /// Reads and lints a directory file with the documents of holidays it names, relative to its folder; a file that cannot
    /// be read is a problem, not an exception.
    /// </summary>
    public static DirectoryReading Read(string path)
    {
        if (!DocumentFile.TryRead(path, Path.GetFileName(path), out var document, out var problem))
        {
            return new DirectoryReading(null, [problem]);
        }

        var reading = DirectoryReader.Read(document, DocumentFile.ReadParts(path, DirectoryReader.PartsOf(document), out var unread));
        return reading with { Problems = [.. reading.Problems, .. unread] };
    }

    IReadOnlyList<string> IPeopleSource.Productions => [.. _file.Current().Productions.Select(p => p.Name)];

    ValueTask<DirectoryDocument> IPeopleSource.CurrentAsync(CancellationToken cancellationToken) => ValueTask.FromResult(_file.Current());
}
