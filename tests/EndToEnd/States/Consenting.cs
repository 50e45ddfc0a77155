
namespace EndToEnd.States;

/// <summary>The states of a request that touches somebody whose consent the policy demands.</summary>
internal static class Consenting
{
    public static IReadOnlyList<State> States { get; } = [];
}
