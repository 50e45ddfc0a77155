using Microsoft.Extensions.Options;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>The directory of a file, read once at start.</summary>
public sealed class DirectoryFile : IDirectory
{
    private readonly DirectoryDocument _directory;

    internal DirectoryFile(IOptions<PolicyFilesOptions> options)
    {
        var reading = Read(options.Value.PathOf(options.Value.Directory));
        _directory = reading.Directory ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }

    /// <summary>Reads and lints a directory file; a file that cannot be read is a problem, not an exception.</summary>
    public static DirectoryReading Read(string path) =>
        DocumentFile.TryRead(path, Path.GetFileName(path), out var document, out var problem)
            ? DirectoryReader.Read(document)
            : new DirectoryReading(null, [problem]);

    /// <inheritdoc />
    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<string>>([.. _directory.Productions.Select(p => p.Name)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<Staffing>> FindAsync(
        string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Task.FromResult(_directory.Find(production, roles));

    /// <inheritdoc />
    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(_directory.ActiveAdmins());
}
