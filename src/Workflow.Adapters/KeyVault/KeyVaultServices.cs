using Azure.Core;
using Azure.Identity;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflow.Core.Ports;

namespace Workflow.Adapters.KeyVault;

/// <summary>Registers what signs records in a serverless installation.</summary>
public static class KeyVaultServices
{
    /// <summary>
    /// Signs with the key that <see cref="KeyVaultOptions"/> names; adds <see cref="IRecordSigner"/> and the trusted
    /// <see cref="Core.Records.RecordKeys"/>, read from the vault when one of them is first asked for. Signs in by a
    /// registered <see cref="TokenCredential"/>, or else by <see cref="DefaultAzureCredential"/>.
    /// </summary>
    public static IServiceCollection AddKeyVaultSigning(this IServiceCollection services)
    {
        services.AddOptions<KeyVaultOptions>()
            .BindConfiguration(KeyVaultOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
        services.TryAddSingleton<KeyVaultClientOptions>();
        services.AddSingleton(Open);
        services.AddSingleton<IRecordSigner>(s => s.GetRequiredService<KeyVaultRecordSigner>());
        services.AddSingleton(s => s.GetRequiredService<KeyVaultRecordSigner>().Keys);
        return services;
    }

    private static KeyVaultRecordSigner Open(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<KeyVaultOptions>>().Value;
        return KeyVaultRecordSigner.Open(new KeyVaultKey(
            options.RecordKey!,
            options.Scope,
            services.GetRequiredService<TokenCredential>(),
            services.GetRequiredService<KeyVaultClientOptions>()));
    }
}
