using Microsoft.Extensions.Options;
using Workflow.Core.Diagnostics;
using Workflow.Core.Intake;

namespace LocalHost.Intake;

/// <summary>
/// Takes in the <c>.eml</c> files of a watched folder and moves each where its fate belongs, with the reason beside
/// it. Stopped between taking in and moving, it takes the file in again, which leads to the same request.
/// </summary>
internal sealed partial class IntakeFolder : BackgroundService
{
    private static readonly TimeSpan RetryAfter = TimeSpan.FromMinutes(1);

    private readonly IntakeFolderOptions _options;
    private readonly TakeMail _take;
    private readonly TimeProvider _time;
    private readonly ILogger<IntakeFolder> _logger;
    private readonly Dictionary<string, Sighting> _seen = [];

    public IntakeFolder(IOptions<IntakeFolderOptions> options, MailIntake intake, TimeProvider time, ILogger<IntakeFolder> logger)
        : this(options.Value, intake.TakeAsync, time, logger)
    {
    }

    internal IntakeFolder(IntakeFolderOptions options, TakeMail take, TimeProvider time, ILogger<IntakeFolder> logger) =>
        (_options, _take, _time, _logger) = (options, take, time, logger);

    internal delegate Task<MailIntakeResult> TakeMail(Stream raw, CancellationToken cancellationToken);

    /// <summary>Looks at the folder once: takes in every file that has not changed since the last look.</summary>
    internal async Task LookAsync(CancellationToken cancellationToken)
    {
        var sightings = Directory.EnumerateFiles(_options.Folder, "*.eml").Order(StringComparer.Ordinal)
            .Select(path => new FileInfo(path))
            .Select(file => (file.FullName, Now: new Sighting(file.Length, file.LastWriteTimeUtc, _time.GetUtcNow())))
            .ToList();

        foreach (var (path, now) in sightings)
        {
            // A file that is still being copied grows from look to look.
            if (!_seen.TryGetValue(path, out var before) || !before.Shows(now))
            {
                _seen[path] = now;
            }
            else if (before.NotBefore <= now.NotBefore)
            {
                await ProcessAsync(path, now, cancellationToken);
            }
        }

        foreach (var gone in _seen.Keys.Except(sightings.Select(s => s.FullName)).ToList()) _seen.Remove(gone);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        Directory.CreateDirectory(_options.Folder);
        using var hints = new SemaphoreSlim(0);
        using var watcher = Watch(hints);
        while (!stoppingToken.IsCancellationRequested)
        {
            await LookSafelyAsync(stoppingToken);
            await PauseAsync(hints, stoppingToken);
        }
    }

    // The system has only so many watchers to give; without one the folder is looked at all the same.
    private FileSystemWatcher? Watch(SemaphoreSlim hints)
    {
        var watcher = new FileSystemWatcher(_options.Folder, "*.eml");
        try
        {
            watcher.Created += (_, _) => hints.Release();
            watcher.Renamed += (_, _) => hints.Release();
            watcher.EnableRaisingEvents = true;
            return watcher;
        }
        catch (IOException e)
        {
            watcher.Dispose();
            Log.Unwatched(_logger, FailureText.Of(e), _options.Every);
            return null;
        }
    }

    private async Task LookSafelyAsync(CancellationToken stoppingToken)
    {
        try
        {
            await LookAsync(stoppingToken);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            Log.FolderUnreadable(_logger, FailureText.Of(e));
        }
    }

    // A hint makes the next look come early; it is not needed, because the folder is looked at anyway.
    private async Task PauseAsync(SemaphoreSlim hints, CancellationToken stoppingToken)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stoppingToken);
        await Task.WhenAny(hints.WaitAsync(either.Token), Task.Delay(_options.Every, _time, either.Token));
        await either.CancelAsync();
    }

    private async Task ProcessAsync(string path, Sighting sighting, CancellationToken cancellationToken)
    {
        try
        {
            MailIntakeResult result;
            await using (var mail = File.OpenRead(path))
            {
                result = await _take(mail, cancellationToken);
            }

            var fate = FateOf(result);
            await PutAwayAsync(path, fate, cancellationToken);
            _seen.Remove(path);
            Log.Taken(_logger, fate.Folder, (result as MailIntakeResult.Accepted)?.Id.ToString() ?? (result as MailIntakeResult.Joined)?.Id.ToString());
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // The file is fine until the intake has said otherwise: it stays, and is tried again.
            _seen[path] = sighting with { NotBefore = _time.GetUtcNow() + RetryAfter };
            Log.Failed(_logger, FailureText.Of(e), RetryAfter);
        }
    }

    private async Task PutAwayAsync(string path, Fate fate, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateDirectory(Path.Combine(_options.Folder, fate.Folder)).FullName;
        var target = Enumerable.Range(1, int.MaxValue)
            .Select(n => Path.Combine(folder, Path.GetFileNameWithoutExtension(path) + (n == 1 ? "" : $"-{n}") + ".eml"))
            .First(candidate => !File.Exists(candidate));

        await File.WriteAllTextAsync(Path.ChangeExtension(target, ".reason.txt"), fate.Reason + "\n", cancellationToken);
        File.Move(path, target);
    }

    private static Fate FateOf(MailIntakeResult result) => result switch
    {
        MailIntakeResult.Accepted { Missing: [] } taken =>
            new("done", $"{Taken(taken)}."),
        MailIntakeResult.Accepted taken =>
            new("done", $"{Taken(taken)}. The submitter is asked for what is missing: {string.Join(", ", taken.Missing)}."),
        MailIntakeResult.Joined joined =>
            new("done", $"Joined to {joined.Id}, whose mail it answers."),
        MailIntakeResult.Noted noted =>
            new("done", noted.What),
        MailIntakeResult.Quarantined held =>
            new("quarantined", $"{held.Reason} An admin can release it on the page “Quarantine”."),
        MailIntakeResult.Refused refused =>
            new("rejected", $"{refused.Reason} {refused.Remedy}"),
        _ => throw new InvalidOperationException($"A mail became {result.GetType()}."),
    };

    private static string Taken(MailIntakeResult.Accepted taken) =>
        taken.IsNew ? $"Taken in as {taken.Id}" : $"Had been taken in before, as {taken.Id}";

    private sealed record Fate(string Folder, string Reason);

    /// <summary>How a file looked, and from when on it may be taken in.</summary>
    private sealed record Sighting(long Length, DateTime WrittenAt, DateTimeOffset NotBefore)
    {
        public bool Shows(Sighting other) => Length == other.Length && WrittenAt == other.WrittenAt;
    }

    private static partial class Log
    {
        [LoggerMessage(1, LogLevel.Information, "A mail from the intake folder went to {Fate}, request {Request}.")]
        public static partial void Taken(ILogger logger, string fate, string? request);

        [LoggerMessage(2, LogLevel.Error, "A mail from the intake folder could not be taken in: {Reason}. Next try in {RetryAfter}.")]
        public static partial void Failed(ILogger logger, string reason, TimeSpan retryAfter);

        [LoggerMessage(3, LogLevel.Error, "The intake folder cannot be read: {Reason}. It is read again.")]
        public static partial void FolderUnreadable(ILogger logger, string reason);

        [LoggerMessage(4, LogLevel.Warning, "The intake folder cannot be watched: {Reason}. It is looked at every {Every}.")]
        public static partial void Unwatched(ILogger logger, string reason, TimeSpan every);
    }
}
