using Microsoft.Extensions.Options;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>The directory of a file, read once at start. Absences in it begin and end by the clock.</summary>
public sealed class DirectoryFile : IDirectory
{
    private readonly DirectoryDocument _directory;
    private readonly TimeProvider _clock;

    internal DirectoryFile(IOptions<PolicyFilesOptions> options, TimeProvider clock)
    {
        _clock = clock;
        var reading = Read(options.Value.PathOf(options.Value.Directory));
        _directory = reading.Directory ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }

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

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. _directory.Productions.Select(p => p.Name)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<Staffing>> FindAsync(
        string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Task.FromResult(_directory.Find(production, roles, _clock.GetUtcNow()));

    /// <inheritdoc />
    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_directory.ActiveAdmins());
}
