namespace Workflow.Adapters.Models;

/// <summary>
/// A language model that reads declarations besides the rules: section <c>Classification:Model</c> of the configuration.
/// Without <see cref="Endpoint"/> there is none. A model is asked only where the policy clears its host (<c>models</c>).
/// </summary>
public sealed class ModelOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Classification:Model";

    /// <summary>
    /// An endpoint that speaks OpenAI's chat completions, such as <c>https://studio.openai.azure.com/openai/v1/</c>; https,
    /// or http on this machine. No default.
    /// </summary>
    public Uri? Endpoint { get; set; }

    /// <summary>The model, or in Azure its deployment. Needed with <see cref="Endpoint"/>. No default.</summary>
    public string? Name { get; set; }

    /// <summary>
    /// The endpoint's key. Without one the process proves itself by workload identity or managed identity, which is the
    /// better way in Azure.
    /// </summary>
    public string? ApiKey { get; set; }

    /// <summary>How long an answer may take, 1 second to 2 minutes. Default: 20 seconds. Later, the rules alone judge.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(20);
}
