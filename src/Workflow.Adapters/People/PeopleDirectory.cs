using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.People;

/// <summary>Answers from whatever is now known of people. Absences begin and end by the clock.</summary>
internal sealed class PeopleDirectory(IPeopleSource source, TimeProvider clock) : IDirectory, IAccounts
{
    public Task<IReadOnlyList<string>> ProductionsAsync(CancellationToken cancellationToken) => Task.FromResult(source.Productions);

    public async Task<IReadOnlyList<Staffing>> FindAsync(string production, IReadOnlyList<string> roles, CancellationToken cancellationToken) =>
        (await source.CurrentAsync(cancellationToken)).Find(production, roles, clock.GetUtcNow());

    public async Task<IReadOnlyList<Person>> ColleaguesAsync(string production, CancellationToken cancellationToken) =>
        (await source.CurrentAsync(cancellationToken)).Colleagues(production, clock.GetUtcNow());

    public async Task<bool> HasLeftAsync(string person, CancellationToken cancellationToken) =>
        (await source.CurrentAsync(cancellationToken)).People.GetValueOrDefault(person) is not { Active: true };

    public async Task<IReadOnlyList<Person>> AdminsAsync(CancellationToken cancellationToken) =>
        (await source.CurrentAsync(cancellationToken)).ActiveAdmins();

    public async Task<string?> AccountAtAsync(string email, CancellationToken cancellationToken) =>
        (await source.CurrentAsync(cancellationToken)).Find(p => email.Equals(p.Person.Email, StringComparison.OrdinalIgnoreCase))?.Account;

    public async Task<Person?> PersonOfAsync(string account, CancellationToken cancellationToken) =>
        (await source.CurrentAsync(cancellationToken)).Find(p => account.Equals(p.Account, StringComparison.OrdinalIgnoreCase))?.Person;
}
