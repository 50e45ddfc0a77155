using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Microsoft.Graph;
using Workflow.Adapters.Graph.Http;

namespace Workflow.Adapters.Graph;

/// <summary>Registers Microsoft Graph.</summary>
public static class GraphServices
{
    /// <summary>
    /// Adds the <see cref="GraphServiceClient"/> of the process: it repeats what was throttled, makes one call at a time for a
    /// mailbox, and signs in. Harmless when several ask for it, and nobody is called before somebody calls.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The section <c>Graph</c> of it is read; wrong settings stop the start by name.</param>
    public static IServiceCollection AddGraph(this IServiceCollection services, IConfiguration configuration)
    {
        if (services.Any(service => service.ServiceType == typeof(GraphServiceClient)))
            return services;

        services.AddOptions<GraphOptions>().Bind(configuration.GetSection(GraphOptions.Section)).ValidateOnStart();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton(_ => GraphTransport.Network());
        return services
            .AddSingleton<IValidateOptions<GraphOptions>, GraphOptionsValidator>()
            .AddSingleton(s => s.GetRequiredService<IOptions<GraphOptions>>().Value)
            .AddKeyedSingleton(GraphOptions.Section, (s, _) => Token(s))
            .AddSingleton<GraphLanes>()
            .AddSingleton<GraphHttp>(s => new GraphHttp(
                s.GetRequiredService<GraphOptions>(),
                ActivatorUtilities.CreateInstance<GraphPatience>(s),
                new GraphSignIn(s.GetRequiredService<GraphOptions>(), s.GetRequiredKeyedService<KeptToken>(GraphOptions.Section)),
                s.GetRequiredService<GraphTransport>()))
            .AddSingleton(s => s.GetRequiredService<GraphHttp>().Client);
    }

    private static KeptToken Token(IServiceProvider services)
    {
        var options = services.GetRequiredService<GraphOptions>();
        var scope = $"{options.Endpoint.GetLeftPart(UriPartial.Authority)}/.default";
        return new KeptToken(() => Credential(services, options), scope, services.GetRequiredService<TimeProvider>());
    }

    private static TokenCredential Credential(IServiceProvider services, GraphOptions options) => options switch
    {
        { ClientSecret: { Length: > 0 } secret } => new ClientSecretCredential(options.TenantId, options.ClientId, secret),
        { ClientId: { Length: > 0 } id } => new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(id)),
        _ => services.GetService<TokenCredential>() ?? new DefaultAzureCredential(),
    };
}
