using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Core.Documents;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>
/// The directory of a file. It is read again when it was changed, so that an absence can be entered while the server runs;
/// a change that the linter refuses leaves the directory as it was. Absences begin and end by the clock.
/// </summary>
public sealed partial class DirectoryFile : IDirectory, IAccounts
{
    private readonly Lock _reading = new();
    private readonly string _path;
    private readonly TimeProvider _clock;
    private readonly ILogger _logger;
    private DirectoryDocument _directory;
    private DateTime _changed;

    internal DirectoryFile(IOptions<PolicyFilesOptions> options, TimeProvider clock, ILogger<DirectoryFile> logger)
    {
        (_path, _clock, _logger) = (options.Value.PathOf(options.Value.Directory), clock, logger);
        _changed = File.GetLastWriteTimeUtc(_path);
        var reading = Read(_path);
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
        Task.FromResult<IReadOnlyList<string>>([.. Current().Productions.Select(p => p.Name)]);

    /// <inheritdoc />
    public Task<IReadOnlyList<Staffing>> FindAsync(
        string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        Task.FromResult(Current().Find(production, roles, _clock.GetUtcNow()));

    /// <inheritdoc />
    public Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) =>
        Task.FromResult(Current().Colleagues(production, _clock.GetUtcNow()));

    /// <inheritdoc />
    public Task<bool> HasLeftAsync(string person, CancellationToken cancellationToken) =>
        Task.FromResult(Current().People.GetValueOrDefault(person) is not { Active: true });

    /// <inheritdoc />
    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Current().ActiveAdmins());

    /// <inheritdoc />
    public Task<string?> AccountAtAsync(string email, CancellationToken cancellationToken) =>
        Task.FromResult(Current().Find(p => email.Equals(p.Person.Email, StringComparison.OrdinalIgnoreCase))?.Account);

    /// <inheritdoc />
    public Task<Person?> PersonOfAsync(string account, CancellationToken cancellationToken) =>
        Task.FromResult(Current().Find(p => account.Equals(p.Account, StringComparison.OrdinalIgnoreCase))?.Person);

    private DirectoryDocument Current()
    {
        lock (_reading)
        {
            // Read before the file is: a change while it is read shows at the next look.
            var changed = File.GetLastWriteTimeUtc(_path);
            if (changed != _changed)
            {
                _changed = changed;
                Reread();
            }

            return _directory;
        }
    }

    private void Reread()
    {
        var (directory, problems) = Read(_path);
        if (directory is not null)
        {
            _directory = directory;
            LogReread(_logger, directory.People.Count);
        }
        else
        {
            // The messages may name people; the place is enough to find them again with the linter.
            var errors = problems.Where(p => p.Severity is Severity.Error).ToList();
            LogRefused(_logger, errors.Count, errors[0].File, errors[0].Line, errors[0].Column);
        }
    }

    [LoggerMessage(1, LogLevel.Information, "The directory was changed and read again: {People} people.")]
    private static partial void LogReread(ILogger logger, int people);

    [LoggerMessage(2, LogLevel.Error, "The directory was changed and has {Errors} errors, the first in {File}({Line},{Column}). The one read before stays in force.")]
    private static partial void LogRefused(ILogger logger, int errors, string file, int line, int column);
}
