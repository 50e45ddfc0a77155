using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Core.Tests.Simulation;

/// <summary>The house's directory as the year changes it: people fall ill, some leave for good, and at times nobody can be looked up.</summary>
internal sealed class Staff : IDirectory
{
    private readonly World _world;
    private readonly Outages _outages;
    private readonly Dictionary<string, DateTimeOffset> _left = [];
    private readonly List<string> _approvers;
    private DirectoryDocument _document;

    public Staff(World world)
    {
        var dice = world.DiceOf("staff");
        _world = world;
        _document = House.Of(dice);
        _approvers = [.. _document.People.Keys.Where(id => !_document.Admins.Contains(id))];
        _outages = Outages.Of(dice, 30, TimeSpan.FromHours(1), TimeSpan.FromHours(9));
        for (var i = 0; i < 60; i++)
        {
            var (id, at, days) = (dice.Pick(_approvers), Calendar.Start + dice.Days(1, Calendar.Days), dice.Days(1, 15));
            world.Agenda.At(at, () => FallIllAsync(id, days));
        }

        foreach (var id in _approvers.Where(_ => dice.Chance(0.15)))
        {
            world.Agenda.At(Calendar.Start + dice.Days(30, 300), () => LeaveAsync(id));
        }
    }

    /// <summary>Everybody who can be asked, whether or not they still are with the house.</summary>
    public IReadOnlyList<string> Approvers => _approvers;

    public IReadOnlyList<string> Productions => [.. _document.Productions.Select(p => p.Name)];

    public Person Person(string id) => _document.People[id].Person;

    /// <summary>Whether somebody had left for good by an instant.</summary>
    public bool HadLeft(string id, DateTimeOffset at) => _left.TryGetValue(id, out var left) && left <= at;

    /// <summary>Until when somebody is away; null when they are here.</summary>
    public DateTimeOffset? AwayUntil(string id) => _document.People[id].AwayAt(_world.Now)?.Until;

    /// <summary>Those with the same work as somebody, who are still with the house.</summary>
    public IReadOnlyList<Person> Colleagues(string id) =>
        [.. _approvers.Where(other => other != id && other[..^1] == id[..^1] && !HadLeft(other, _world.Now)).Select(Person)];

    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) => Task.FromResult(Productions);

    public Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) =>
        Task.FromResult(_document.Colleagues(production, _world.Now));

    public Task<bool> HasLeftAsync(string person, CancellationToken cancellationToken) =>
        _outages.Cover(_world.Now) ? throw new IOException("The directory does not answer.") : Task.FromResult(HadLeft(person, _world.Now));

    public Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) => Task.FromResult(_document.ActiveAdmins());

    public Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        _outages.Cover(_world.Now)
            ? throw new IOException("The directory does not answer.")
            : Task.FromResult(_document.Find(production, roles, _world.Now));

    private Task FallIllAsync(string id, TimeSpan time)
    {
        var (from, until) = (_world.Now, _world.Now + time);
        var absences = _document.People[id].Absences;
        if (!absences.Any(a => a.From < until && from < a.Until))
        {
            Change(id, entry => entry with { Absences = [.. absences.Append(new Absence(from, until, null)).OrderBy(a => a.From)] });
        }

        return Task.CompletedTask;
    }

    private Task LeaveAsync(string id)
    {
        _left[id] = _world.Now;
        Change(id, entry => entry with { Active = false });
        return Task.CompletedTask;
    }

    private void Change(string id, Func<DirectoryEntry, DirectoryEntry> change) => _document = _document with
    {
        People = _document.People.ToDictionary(p => p.Key, p => p.Key == id ? change(p.Value) : p.Value),
    };
}
