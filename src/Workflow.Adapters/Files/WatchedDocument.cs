using Microsoft.Extensions.Logging;
using Workflow.Core.Documents;

namespace Workflow.Adapters.Files;

/// <summary>
/// A document that is read again when its file was changed, so that it can be edited while the server runs; a change that
/// the linter refuses leaves it as it was.
/// </summary>
internal sealed partial class WatchedDocument<T>
    where T : class
{
    private readonly Lock _reading = new();
    private readonly string _path;
    private readonly Func<string, (T? Document, IReadOnlyList<PolicyProblem> Problems)> _read;
    private readonly ILogger _logger;
    private T _document;
    private DateTime _changed;

    /// <param name="path">The file.</param>
    /// <param name="read">Reads and lints it.</param>
    /// <param name="logger">Told of changes.</param>
    /// <exception cref="InvalidDataException">The linter refuses what is there now.</exception>
    public WatchedDocument(string path, Func<string, (T? Document, IReadOnlyList<PolicyProblem> Problems)> read, ILogger logger)
    {
        (_path, _read, _logger) = (path, read, logger);
        _changed = File.GetLastWriteTimeUtc(path);
        var (document, problems) = read(path);
        _document = document ?? throw new InvalidDataException(string.Join('\n', problems));
    }

    /// <summary>The document in force.</summary>
    public T Current()
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

            return _document;
        }
    }

    private void Reread()
    {
        var (document, problems) = _read(_path);
        if (document is not null)
        {
            _document = document;
            LogReread(_logger, Path.GetFileName(_path));
            return;
        }

        // The messages may name people; the place is enough to find them again with the linter.
        var errors = problems.Where(p => p.Severity is Severity.Error).ToList();
        LogRefused(_logger, errors.Count, errors[0].File, errors[0].Line, errors[0].Column);
    }

    [LoggerMessage(1, LogLevel.Information, "{File} was changed and read again.")]
    private static partial void LogReread(ILogger logger, string file);

    [LoggerMessage(2, LogLevel.Error, "A document was changed and has {Errors} errors, the first in {File}({Line},{Column}). The one read before stays in force.")]
    private static partial void LogRefused(ILogger logger, int errors, string file, int line, int column);
}
