using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Teams.Connector;
using Workflow.Adapters.Teams.Tokens;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Teams;

/// <summary>Registers the way to and from Teams.</summary>
public static class TeamsServices
{
    internal const string ConnectorScope = "https://api.botframework.com/.default";

    /// <summary>
    /// Adds <see cref="ITeams"/> and <see cref="IBotTokens"/>: of the Bot Framework when <c>Teams:AppId</c> is set, of the
    /// Agents Playground when <c>Teams:Playground</c> is, else closed ones. Takes the store's <see cref="IConversations"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The section <c>Teams</c> of it is read; wrong settings stop the start by name.</param>
    /// <param name="isDevelopment">Whether the host runs in the environment Development, which the Playground demands.</param>
    public static IServiceCollection AddTeams(this IServiceCollection services, IConfiguration configuration, bool isDevelopment)
    {
        var section = configuration.GetSection(TeamsOptions.Section);
        services.AddOptions<TeamsOptions>().Bind(section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<TeamsOptions>>(new TeamsOptionsValidator(isDevelopment));

        var options = section.Get<TeamsOptions>() ?? new TeamsOptions();
        if (!options.IsOpen)
        {
            services.AddSingleton<ClosedTeams>();
            services.AddSingleton<ITeams>(s => s.GetRequiredService<ClosedTeams>());
            return services.AddSingleton<IBotTokens>(s => s.GetRequiredService<ClosedTeams>());
        }

        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => s.GetRequiredService<IOptions<TeamsOptions>>().Value);
        services.AddSingleton<TeamsHttp>(_ => new TeamsHttp());
        services.AddSingleton<ServiceUrls>();
        services.AddSingleton<Pace>();
        services.AddSingleton<ConnectorClient>();
        services.AddSingleton<ITeams, TeamsConnector>();
        return options.Playground ? services.AddSingleton<IBotTokens, PlaygroundTokens>() : services.AddBot();
    }

    private static IServiceCollection AddBot(this IServiceCollection services) => services
        .AddKeyedSingleton(TeamsOptions.Section, (s, _) => new KeptToken(
            () => Credential(s.GetRequiredService<TeamsOptions>()), ConnectorScope, s.GetRequiredService<TimeProvider>()))
        .AddSingleton<BotKeys>()
        .AddSingleton<IBotTokens, BotTokens>();

    // Of this bot and no other: whoever is signed in to the machine, and the identity of other adapters, are nobody to Teams.
    private static TokenCredential Credential(TeamsOptions options) => string.IsNullOrWhiteSpace(options.ClientSecret)
        ? new ChainedTokenCredential(
            new WorkloadIdentityCredential(new WorkloadIdentityCredentialOptions { ClientId = options.AppId, TenantId = options.TenantId }),
            new ManagedIdentityCredential(ManagedIdentityId.FromUserAssignedClientId(options.AppId!)))
        : new ClientSecretCredential(options.TenantId, options.AppId, options.ClientSecret);
}
