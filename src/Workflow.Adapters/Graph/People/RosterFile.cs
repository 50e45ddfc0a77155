using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Files;
using Workflow.Core.People;
using Workflow.Core.People.Rosters;

namespace Workflow.Adapters.Graph.People;

/// <summary>The roster of a file, read again when it was changed.</summary>
public sealed class RosterFile
{
    private readonly WatchedDocument<Roster> _file;

    internal RosterFile(IOptions<GraphPeopleOptions> options, IOptions<PolicyFilesOptions> files, ILogger<RosterFile> logger) =>
        _file = new WatchedDocument<Roster>(
            files.Value.PathOf(options.Value.Document!), path => Read(path) is var (roster, problems) ? (roster, problems) : default, logger);

    /// <summary>
    /// Reads and lints a roster with the documents of holidays it names, relative to its folder; a file that cannot be read
    /// is a problem, not an exception.
    /// </summary>
    public static RosterReading Read(string path)
    {
        if (!DocumentFile.TryRead(path, Path.GetFileName(path), out var document, out var problem))
        {
            return new RosterReading(null, [problem]);
        }

        var reading = RosterReader.Read(document, DocumentFile.ReadParts(path, DirectoryReader.PartsOf(document), out var unread));
        return reading with { Problems = [.. reading.Problems, .. unread] };
    }

    internal Roster Current() => _file.Current();
}
