using System.Collections.Concurrent;
using Adapters.Tests.Graph.Double;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Workflow.Adapters;
using Workflow.Adapters.Graph.People;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph.People;

/// <summary>A house whose people are in Entra ID, as an installation registers it.</summary>
internal sealed class PeopleHouse : IAsyncDisposable
{
    public const string Batch = "POST /$batch";
    public const string Members = "GET /groups/{group}/transitiveMembers/graph.user";
    public const string Manager = "GET /users/{user}/manager";
    public const string Settings = "GET /users/{user}/mailboxSettings";

    public const string Legal = "11111111-0000-4000-8000-000000000001";
    public const string Post = "11111111-0000-4000-8000-000000000002";
    public const string Admins = "11111111-0000-4000-8000-000000000003";

    private readonly DirectoryInfo _folder;
    private readonly bool _isOwner;
    private DateTime _written = new(2026, 3, 1, 0, 0, 0, DateTimeKind.Utc);

    private PeopleHouse(GraphInstallation installation, DirectoryInfo folder, ConcurrentQueue<string> said, bool isOwner) =>
        (Installation, _folder, Said, _isOwner) = (installation, folder, said, isOwner);

    public GraphInstallation Installation { get; private set; }

    /// <summary>What was logged as a warning, or that people are read again.</summary>
    public ConcurrentQueue<string> Said { get; }

    public GraphDouble Graph => Installation.Graph;

    public PeopleDouble People => Installation.Graph.People;

    public TurningClock Clock => Installation.Clock;

    public string KeptFile => Path.Combine(_folder.FullName, "data", "people.json");

    /// <summary>Al holds <c>legal</c> of Show, with Di for a deputy; Ed is the admin; nobody is in the group of <c>post-supervisor</c>, which takes guests.</summary>
    public static async Task<PeopleHouse> OpenAsync(Action<PeopleDouble>? with = null)
    {
        var folder = Directory.CreateTempSubdirectory("people");
        var said = new ConcurrentQueue<string>();
        File.WriteAllText(Path.Combine(folder.FullName, "people.yaml"), Roster());
        var house = new PeopleHouse(await GraphInstallation.StartAsync(s => Add(s, said), SettingsOf(folder)), folder, said, isOwner: true);
        var people = house.People;
        people.Groups[Legal] = [];
        people.Groups[Post] = [];
        people.Groups[Admins] = [];
        house.Join("Al", Legal);
        house.Join("Di");
        house.Join("Ed", Admins);
        with?.Invoke(people);
        return house;
    }

    /// <summary>The process after a restart: the same Graph, the same folders.</summary>
    public PeopleHouse Another()
    {
        var said = new ConcurrentQueue<string>();
        return new PeopleHouse(GraphInstallation.On(Graph, s => Add(s, said), SettingsOf(_folder)), _folder, said, isOwner: false);
    }

    /// <summary>The object id of somebody.</summary>
    public static string IdOf(string name) => $"22222222-0000-4000-8000-{Convert.ToHexStringLower(System.Text.Encoding.ASCII.GetBytes(name)).PadLeft(12, '0')}";

    /// <summary>Somebody comes into the tenant and into groups.</summary>
    public UserEntry Join(string name, params string[] groups)
    {
        var user = new UserEntry(IdOf(name), name);
        People.Users[user.Id] = user;
        foreach (var group in groups)
            People.Groups[group].Add(user.Id);
        return user;
    }

    public UserEntry User(string name) => People.Users[IdOf(name)];

    public Task<T> AskAsync<T>(Func<IDirectory, CancellationToken, Task<T>> question) =>
        Installation.RunAsync(cancellationToken => question(Installation.Get<IDirectory>(), cancellationToken));

    /// <summary>Who may fill a role of Show.</summary>
    public async Task<IReadOnlyList<Candidate>> FindAsync(string role = "legal") =>
        Assert.Single(await AskAsync((directory, cancellationToken) => directory.FindAsync("Show", [role], cancellationToken))).Candidates;

    /// <summary>Their names, each with the first letter of why.</summary>
    public async Task<string> LineAsync(string role = "legal") =>
        string.Join(' ', (await FindAsync(role)).Select(c => $"{c.Person.Name}:{c.Capacity.ToString()[0]}"));

    /// <summary>Lets time pass until something was said.</summary>
    public Task UntilSaidAsync(string part) => Installation.RunAsync(async cancellationToken =>
    {
        while (!Said.Any(sentence => sentence.Contains(part, StringComparison.Ordinal)))
            await Task.Delay(TimeSpan.FromMilliseconds(1), TimeProvider.System, cancellationToken);
    });

    /// <summary>Somebody edits the roster.</summary>
    public void Write(string roster)
    {
        var path = Path.Combine(_folder.FullName, "people.yaml");
        File.WriteAllText(path, roster);
        _written = _written.AddMinutes(1);
        File.SetLastWriteTimeUtc(path, _written);
    }

    public static string Roster(string legal = Legal) =>
        $$"""
        calendars:
          london: {time-zone: Europe/London, days: [monday, tuesday, wednesday, thursday, friday], start: 09:30, end: 18:00}
          paris: {time-zone: Europe/Paris, days: [monday, tuesday, wednesday, thursday, friday], start: 09:00, end: 18:00, holidays: [2026-03-04]}
        office: london
        people:
          {{IdOf("Al")}}: {deputies: [{{IdOf("Di")}}]}
        productions:
          Show:
            legal: {{legal}}
            post-supervisor: {group: {{Post}}, guests: yes}
            talent-relations: nobody
        admins: {{Admins}}
        """;

    public async ValueTask DisposeAsync()
    {
        await Installation.DisposeAsync();
        if (_isOwner)
            _folder.Delete(recursive: true);
    }

    private static Dictionary<string, string?> SettingsOf(DirectoryInfo folder) => new()
    {
        ["Graph:People:Document"] = "people.yaml",
        ["Policies:Folder"] = folder.FullName,
        ["Storage:Path"] = Path.Combine(folder.FullName, "data"),
    };

    private static void Add(IServiceCollection services, ConcurrentQueue<string> said)
    {
        services.AddStorageOptions();
        services.AddLogging(logging => logging.AddProvider(new Ear(said)));
        services.AddGraphPeople((IConfiguration)services.Single(s => s.ServiceType == typeof(IConfiguration)).ImplementationInstance!);
    }

    private sealed class Ear(ConcurrentQueue<string> said) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => categoryName == typeof(PeopleReport).FullName ? this : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            said.Enqueue(formatter(state, exception));

        public void Dispose()
        {
        }
    }
}
