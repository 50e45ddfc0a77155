using Core.Tests.Policies;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Core.Tests.Simulation;

/// <summary>The built-in policy, with a new version in the middle of the year.</summary>
internal sealed class Rules : IPolicies
{
    private readonly Policy _first = Strict(BuiltIn.Policy);

    public Rules()
    {
        Current = _first;
        Next = _first with { Stamp = _first.Stamp with { Version = _first.Stamp.Version + ".next", Sha256 = new string('1', 64) } };
    }

    public Policy Current { get; private set; }

    /// <summary>The version to come.</summary>
    public Policy Next { get; }

    public Policy? Find(PolicyStamp stamp) =>
        stamp.Sha256 == _first.Stamp.Sha256 ? _first : stamp.Sha256 == Next.Stamp.Sha256 ? Next : null;

    public Task ChangeAsync()
    {
        Current = Next;
        return Task.CompletedTask;
    }

    // Whatever the built-in policy leaves open is switched on, so that the year sees all of the process.
    private static Policy Strict(Policy policy)
    {
        var written = policy.Routes[Tier.Written];
        var strict = written with
        {
            ExpiryNotices = written.ExpiryNotices is [_, ..] notices ? notices : [TimeSpan.FromDays(30), TimeSpan.FromDays(7)],
            WhileAmended = WhileAmended.Suspended,
        };
        return policy with { Routes = policy.Routes.ToDictionary(r => r.Key, r => r.Key == Tier.Written ? strict : r.Value) };
    }
}
