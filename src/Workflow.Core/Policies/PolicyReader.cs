using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Documents;
using Workflow.Core.Policies.Holidays;
using Workflow.Core.Policies.Overlays;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>Reads and lints a policy document with the documents that it names.</summary>
public static class PolicyReader
{
    /// <summary>Reads a policy. Pure: whoever calls has loaded the files.</summary>
    /// <param name="document">The policy document.</param>
    /// <param name="parts">At least the documents that it names: see <see cref="PartsOf"/>.</param>
    public static PolicyReading Read(DocumentText document, IReadOnlyList<DocumentText> parts)
    {
        var problems = new ProblemList(document.Name);
        if (YamlTree.Read(document.Text, problems) is not { } root)
        {
            return new PolicyReading(null, problems.Items);
        }

        var read = new ValueReader(problems);
        var map = read.Map(
            root, "id", "version", "title", "source", "signals", "overlays", "principles", "findings", "roles", "rules", "learned", "models", "routes", "completion", "channels", "pings", "quiet-hours", "retention", "office", "translations");
        var used = read.List(read.Need(map, "signals"), node => FindSignals(node, parts, read)).OfType<DocumentText>().ToList();
        var office = read.Need(map, "office");
        var holidays = CalendarReader.HolidaysOf(office).Distinct().SelectMany(name => parts.Where(p => p.Name == name)).ToList();
        var book = new HolidayBook(holidays);
        var heard = used.Select(ReadSignals).ToList();
        var routes = new RouteReader(read);
        var learned = map?["learned"];
        var rules = read.List(read.Need(map, "rules"), new RuleReader(read).Read);
        var findings = ReadNamed<FindingCode, Clause>(read.Need(map, "findings"), read, n => ReadClause(n, read));
        var source = PolicyParts.ReadSource(read.Need(map, "source"), read);
        var policy = new Policy
        {
            Stamp = new PolicyStamp(read.Text(read.Need(map, "id")), read.Text(read.Need(map, "version")), source.Read, Hash([document, .. NamesIn(root).Distinct().SelectMany(name => parts.Where(p => p.Name == name))])),
            Title = read.Text(read.Need(map, "title")),
            Source = source,
            Principles = ReadNamed<Principle, Clause>(read.Need(map, "principles"), read, n => ReadClause(n, read)),
            Findings = findings,
            Roles = ReadRoles(read.Need(map, "roles"), read),
            Rules = rules,
            Learned = new LearnedReader(read, parts).Read(learned, rules, findings),
            Models = read.List(map?["models"], n => ReadModel(n, read)),
            Routes = ReadNamed<Tier, RouteTemplate>(read.Need(map, "routes"), read, routes.Read),
            Completion = routes.ReadLimit(read.Need(map, "completion")),
            Channels = ReadNamed<Tier, IReadOnlyDictionary<Outlet, Disclosure>>(
                read.Need(map, "channels"), read, n => ReadNamed<Outlet, Disclosure>(n, read, d => read.Word<Disclosure>(d))),
            Pings = read.List(map?["pings"], n => read.Word<Tier>(n)),
            Quiet = ReadQuiet(map?["quiet-hours"], read),
            Retention = ReadRetention(read.Need(map, "retention"), read),
            Office = new CalendarReader(read, book).Read(office),
            Translations = PolicyParts.ReadTranslations(map?["translations"], read),
            Signals = [.. heard.Select(h => h.Signals).OfType<WordSignals>()],
        };

        var sound = !problems.HasErrors && heard.TrueForAll(h => h.Signals is not null);
        if (sound)
        {
            new PolicyLinter(policy, new DocumentPlaces(root, problems)).Lint();
        }

        var overlays = new OverlayReader(read, parts);
        var whole = sound && !problems.HasErrors ? overlays.Lay(map?["overlays"], policy) : null;
        return new PolicyReading(whole, [.. problems.Items, .. heard.SelectMany(h => h.Problems), .. book.Problems, .. overlays.Problems]);
    }

    /// <summary>
    /// The documents of signals, holidays and overlays and the learned model that a policy names, so that a caller can load
    /// them; empty when it cannot be read.
    /// </summary>
    public static IReadOnlyList<string> PartsOf(DocumentText document) =>
        YamlTree.Read(document.Text, new ProblemList(document.Name)) is { } root ? [.. NamesIn(root)] : [];

    private static IEnumerable<string> NamesIn(Node root) => root is Node.Map map
        ? [
            .. new ValueReader(new ProblemList("")).List(map["signals"], n => (n as Node.Scalar)?.Text ?? ""),
            .. CalendarReader.HolidaysOf(map["office"]),
            .. LearnedReader.ModelOf(map["learned"]) is { } model ? new[] { model } : [],
            .. OverlayReader.FilesOf(map["overlays"]),
        ]
        : [];

    private static DocumentText? FindSignals(Node node, IReadOnlyList<DocumentText> parts, ValueReader read)
    {
        var name = read.Text(node);
        var found = parts.FirstOrDefault(p => p.Name == name);
        if (found is null)
        {
            read.Problems.Error(node.Place, $"The signals document '{name}' was not found.", "Put it beside the policy, or take this line out.");
        }

        return found;
    }

    private static (WordSignals? Signals, IReadOnlyList<PolicyProblem> Problems) ReadSignals(DocumentText document)
    {
        var problems = new ProblemList(document.Name);
        var signals = SignalsReader.Read(document.Text, problems);
        return (signals, problems.Items);
    }

    private static Dictionary<string, RoleWords> ReadRoles(Node? node, ValueReader read) =>
        (read.Map(node)?.Entries ?? []).ToDictionary(e => e.Key, e => ReadRole(e.Value, read), StringComparer.Ordinal);

    private static RoleWords ReadRole(Node node, ValueReader read)
    {
        var map = read.Map(node, "title", "duty");
        return new RoleWords(read.Text(read.Need(map, "title")), read.Text(read.Need(map, "duty")));
    }

    private static Clause ReadClause(Node node, ValueReader read)
    {
        var map = read.Map(node, "text", "source");
        return new Clause(read.Text(read.Need(map, "text")), read.Text(read.Need(map, "source")));
    }

    private static ModelClearance ReadModel(Node node, ValueReader read)
    {
        var map = read.Map(node, "host", "personal-data", "raises");
        var host = read.Need(map, "host");
        if (host is not null && Uri.CheckHostName(read.Text(host)) is UriHostNameType.Unknown)
        {
            read.Problems.Error(host.Place, "This is not the name of a host.", "Write the host of the endpoint alone, such as ai.studio.example.");
        }

        return new ModelClearance(
            read.Text(host).ToLowerInvariant(),
            read.Flag(map?["personal-data"]),
            map?["raises"] is { } raises ? read.Word<ModelWord>(raises) : ModelWord.Doubt);
    }

    private static QuietHours? ReadQuiet(Node? node, ValueReader read)
    {
        if (node is null)
        {
            return null;
        }

        var map = read.Map(node, "from", "until");
        var quiet = new QuietHours(read.Time(read.Need(map, "from")), read.Time(read.Need(map, "until")));
        if (quiet.From <= quiet.Until && !read.Problems.HasErrors)
        {
            read.Problems.Error(node.Place, "Nothing is left of the day.", "Make 'from' an evening and 'until' a morning, such as 20:00 and 07:00.");
        }

        return quiet;
    }

    private static Retention ReadRetention(Node? node, ValueReader read)
    {
        var map = read.Map(node, "approved", "other", "quarantine");
        return new Retention(
            read.Days(read.Need(map, "approved")), read.Days(read.Need(map, "other")), read.Days(read.Need(map, "quarantine")));
    }

    private static Dictionary<TKey, TValue> ReadNamed<TKey, TValue>(Node? node, ValueReader read, Func<Node, TValue> value)
        where TKey : struct, Enum
    {
        var named = new Dictionary<TKey, TValue>();
        foreach (var entry in read.Map(node)?.Entries ?? [])
        {
            if (Wire.ReadExactly<TKey>(entry.Key) is { } key)
            {
                named[key] = value(entry.Value);
            }
            else
            {
                read.Problems.Error(entry.Place, $"'{entry.Key}' is not known here.", $"Use one of: {string.Join(", ", Wire.All<TKey>())}.");
            }
        }

        return named;
    }

    private static string Hash(IEnumerable<DocumentText> documents)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var document in documents)
        {
            // Lengths keep documents apart: no text can pass for the end of one and the beginning of the next.
            hash.AppendData(Encoding.UTF8.GetBytes($"{document.Name.Length}:{document.Name}{document.Text.Length}:{document.Text}"));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
