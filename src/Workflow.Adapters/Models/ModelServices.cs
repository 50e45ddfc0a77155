using System.ClientModel;
using System.ClientModel.Primitives;
using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.AI;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using OpenAI;
using OpenAI.Chat;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Models;

/// <summary>Registers the model that reads declarations besides the rules.</summary>
public static class ModelServices
{
    private const string AzureScope = "https://cognitiveservices.azure.com/.default";

    /// <summary>Adds it where <see cref="ModelOptions.Endpoint"/> is set; otherwise nothing, and the rules judge alone.</summary>
    public static IServiceCollection AddSecondReader(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[$"{ModelOptions.Section}:{nameof(ModelOptions.Endpoint)}"]))
        {
            return services;
        }

        services.AddOptions<ModelOptions>().BindConfiguration(ModelOptions.Section).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ModelOptions>, ModelOptionsValidator>());
        return services
            .AddSingleton(provider => Client(
                provider.GetRequiredService<IOptions<ModelOptions>>().Value, provider.GetService<TokenCredential>() ?? new DefaultAzureCredential()))
            .AddSingleton<ISecondReader, ChatReader>();
    }

    private static IChatClient Client(ModelOptions options, TokenCredential identity)
    {
        var settings = new OpenAIClientOptions
        {
            Endpoint = options.Endpoint,
            NetworkTimeout = options.Timeout,

            // A redirect could lead to a host that no policy has cleared.
            Transport = new HttpClientPipelineTransport(new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false })),

            // Whoever waits longer than the time limit gets the rules' answer anyway.
            RetryPolicy = new ClientRetryPolicy(maxRetries: 1),
        };
#pragma warning disable OPENAI001 // The only way to prove oneself by identity.
        var chat = options.ApiKey is { Length: > 0 } key
            ? new ChatClient(options.Name!, new ApiKeyCredential(key), settings)
            : new ChatClient(options.Name!, new BearerTokenPolicy(identity, AzureScope), settings);
#pragma warning restore OPENAI001
        return chat.AsIChatClient();
    }
}
