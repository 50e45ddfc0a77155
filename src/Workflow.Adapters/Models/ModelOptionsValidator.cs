using Microsoft.Extensions.Options;
using static Workflow.Adapters.OptionFailures;

namespace Workflow.Adapters.Models;

/// <summary>Refuses a model that is half configured, or that texts would travel to in the clear.</summary>
internal sealed class ModelOptionsValidator : IValidateOptions<ModelOptions>
{
    public ValidateOptionsResult Validate(string? name, ModelOptions options) => Result(
    [
        .. Unless(IsSafe(options.Endpoint), "Classification:Model:Endpoint must be an https address, such as https://studio.openai.azure.com/openai/v1/."),
        .. Unless(!string.IsNullOrWhiteSpace(options.Name), "Classification:Model:Name must name the model, or in Azure its deployment."),
        .. Unless(
            options.Timeout >= TimeSpan.FromSeconds(1) && options.Timeout <= TimeSpan.FromMinutes(2),
            "Classification:Model:Timeout must be between 00:00:01 and 00:02:00."),
    ]);

    private static bool IsSafe(Uri? endpoint) =>
        endpoint is { IsAbsoluteUri: true } && (endpoint.Scheme == Uri.UriSchemeHttps || (endpoint.Scheme == Uri.UriSchemeHttp && endpoint.IsLoopback));
}
