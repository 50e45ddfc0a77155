using Azure.Core;

namespace Workflow.Adapters.AzureStorage;

/// <summary>
/// How often the service is asked again when it is busy or does not answer: after a growing pause with jitter, or
/// after the pause that its <c>Retry-After</c> names.
/// </summary>
internal static class Patience
{
    public static T Of<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Mode = RetryMode.Exponential;
        options.Retry.MaxRetries = 5;
        options.Retry.Delay = TimeSpan.FromMilliseconds(400);
        options.Retry.MaxDelay = TimeSpan.FromSeconds(10);
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(30);
        return options;
    }
}
