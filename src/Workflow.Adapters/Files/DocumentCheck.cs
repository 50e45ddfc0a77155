using Microsoft.Extensions.Options;
using Workflow.Core.Documents;

namespace Workflow.Adapters.Files;

/// <summary>Lints a document that options name before anything starts, so that the operator sees every problem at once.</summary>
/// <param name="section">The options' section.</param>
/// <param name="problems">Reads and lints it.</param>
internal sealed class DocumentCheck<TOptions>(string section, Func<TOptions, IReadOnlyList<PolicyProblem>> problems) : IValidateOptions<TOptions>
    where TOptions : class
{
    public ValidateOptionsResult Validate(string? name, TOptions options) => OptionFailures.Result(
        [.. problems(options).Where(p => p.Severity is Severity.Error).Select(p => $"{section}: {p}")]);
}
