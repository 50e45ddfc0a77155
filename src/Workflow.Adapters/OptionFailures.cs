using Microsoft.Extensions.Options;

namespace Workflow.Adapters;

/// <summary>How validators of settings say all that is wrong at once.</summary>
internal static class OptionFailures
{
    /// <summary>The failure, unless something holds.</summary>
    public static string[] Unless(bool holds, string failure) => holds ? [] : [failure];

    /// <summary>What the failures come to.</summary>
    public static ValidateOptionsResult Result(IReadOnlyCollection<string> failures) =>
        failures.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(failures);
}
