using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Web.Tests.House;

/// <summary>A policy that judges nothing: these tests say themselves what was found.</summary>
internal sealed class OnePolicy : IPolicies
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
        Roles = new Dictionary<string, string>(),
        Rules = [],
        Routes = new Dictionary<Tier, RouteTemplate>(),
        Completion = new WorkingLimit(TimeSpan.FromHours(24), [0.5]),
        Channels = new Dictionary<Tier, IReadOnlyDictionary<Outlet, Disclosure>>(),
        Retention = new Retention(TimeSpan.FromDays(3650), TimeSpan.FromDays(730), TimeSpan.FromDays(90)),
        Office = Office,
        Signals = [],
    };
}
