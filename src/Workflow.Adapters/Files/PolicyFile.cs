using Microsoft.Extensions.Options;
using Workflow.Core.Documents;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>The policy of a file, read once at start.</summary>
public sealed class PolicyFile : IPolicies
{
    internal PolicyFile(IOptions<PolicyFilesOptions> options)
    {
        var path = options.Value.PathOf(options.Value.Policy);
        var reading = Read(path);
        Current = reading.Policy ?? throw new InvalidDataException(string.Join('\n', reading.Problems));
    }

    /// <inheritdoc />
    public Policy Current { get; }

    /// <summary>Reads and lints a policy file with the signals documents it names, relative to its folder.</summary>
    /// <param name="path">The policy file; a file that cannot be read is a problem, not an exception.</param>
    public static PolicyReading Read(string path)
    {
        if (!DocumentFile.TryRead(path, Path.GetFileName(path), out var document, out var problem))
        {
            return new PolicyReading(null, [problem]);
        }

        var folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        var signals = new List<DocumentText>();
        var unread = new List<PolicyProblem>();
        foreach (var name in PolicyReader.SignalsOf(document).Distinct())
        {
            if (!DocumentFile.IsWithin(folder, name))
            {
                continue;
            }

            if (DocumentFile.TryRead(Path.Combine(folder, name), name, out var text, out var failure))
            {
                signals.Add(text);
            }
            else
            {
                unread.Add(failure);
            }
        }

        var reading = PolicyReader.Read(document, signals);
        return reading with { Problems = [.. reading.Problems, .. unread] };
    }
}
