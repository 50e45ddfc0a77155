using System.Collections.Concurrent;
using Microsoft.Extensions.Options;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>The policy of a file, read once at start, and those of earlier starts where their texts are kept.</summary>
public sealed class PolicyFile : IPolicies
{
    private readonly ConcurrentDictionary<string, Policy> _known = new();
    private readonly IPolicyArchive? _archive;

    internal PolicyFile(IOptions<PolicyFilesOptions> options, IPolicyArchive? archive)
    {
        var documents = PolicyDocuments.Load(options.Value.PathOf(options.Value.Policy), out var unread);
        var reading = documents?.Read();
        Current = reading?.Policy ?? throw new InvalidDataException(string.Join('\n', [.. reading?.Problems ?? [], .. unread]));
        _archive = archive;
        _known[Current.Stamp.Sha256] = Current;
        archive?.Keep(Current.Stamp, documents!);
    }

    /// <inheritdoc />
    public Policy Current { get; }

    /// <summary>Reads and lints a policy file with the signals documents it names, relative to its folder.</summary>
    /// <param name="path">The policy file; a file that cannot be read is a problem, not an exception.</param>
    public static PolicyReading Read(string path)
    {
        var reading = PolicyDocuments.Load(path, out var unread)?.Read() ?? new PolicyReading(null, []);
        return reading with { Problems = [.. reading.Problems, .. unread] };
    }

    /// <summary>The same, and which seats a directory leaves empty at an instant.</summary>
    public static PolicyReading Read(string path, DirectoryDocument directory, DateTimeOffset at)
    {
        var reading = Read(path);
        return reading.Policy is { } policy && PolicyDocuments.Load(path, out _) is { } documents
            ? reading with { Problems = [.. reading.Problems, .. VacancyLinter.Lint(documents.Policy, policy, directory, at)] }
            : reading;
    }

    /// <inheritdoc />
    public Policy? Find(PolicyStamp stamp)
    {
        if (_known.TryGetValue(stamp.Sha256, out var known))
        {
            return known;
        }

        // What is not there is looked for again next time: somebody may restore it.
        return _archive?.Find(stamp.Sha256) is { } kept ? _known.GetOrAdd(stamp.Sha256, kept) : null;
    }
}
