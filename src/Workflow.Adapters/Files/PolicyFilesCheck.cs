using Microsoft.Extensions.Options;
using Workflow.Core.Documents;

namespace Workflow.Adapters.Files;

/// <summary>Lints both documents before anything starts, so that the operator sees every problem of both at once.</summary>
internal sealed class PolicyFilesCheck : IValidateOptions<PolicyFilesOptions>
{
    public ValidateOptionsResult Validate(string? name, PolicyFilesOptions options)
    {
        var problems = PolicyFile.Read(options.PathOf(options.Policy)).Problems
            .Concat(DirectoryFile.Read(options.PathOf(options.Directory)).Problems)
            .Where(p => p.Severity is Severity.Error)
            .Select(p => $"{PolicyFilesOptions.Section}: {p}")
            .ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }
}
