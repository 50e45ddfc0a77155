using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Web.Tests.House;

/// <summary>A policy that judges nothing: these tests say themselves what was found.</summary>
/// <param name="mail">What it clears for mail below tier <c>written</c>, where it clears a notice at most, as the built-in pack does.</param>
internal sealed class OnePolicy(Disclosure mail = Disclosure.Summary) : IPolicies
{
    public static BusinessCalendar Office { get; } = new(
        "Europe/London",
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0),
        new TimeOnly(17, 0),
        []);

    public Policy Current { get; } = new()
    {
        Stamp = new PolicyStamp("test", "1", new DateOnly(2025, 11, 11), "00"),
        Title = "Test policy",
        Source = new PolicySource("Test guidance", new Uri("https://guidance.example/"), new DateOnly(2025, 11, 11)),
        Principles = new Dictionary<Principle, Clause>(),
        Findings = new Dictionary<FindingCode, Clause>(),
        Roles = new Dictionary<string, RoleWords>(),
        Rules = [],
        Routes = new Dictionary<Tier, RouteTemplate>(),
        Completion = new WorkingLimit(TimeSpan.FromHours(24), [0.5]),
        Channels = Enum.GetValues<Tier>().ToDictionary(
            tier => tier,
            tier => (IReadOnlyDictionary<Outlet, Disclosure>)new Dictionary<Outlet, Disclosure>
            {
                [Outlet.Mail] = tier == Tier.Written && mail > Disclosure.Notice ? Disclosure.Notice : mail,
                [Outlet.Teams] = tier == Tier.Written && mail > Disclosure.Notice ? Disclosure.Notice : mail,
            }),
        Retention = new Retention(TimeSpan.FromDays(3650), TimeSpan.FromDays(730), TimeSpan.FromDays(90)),
        Office = Office,
        Signals = [],
    };
}
