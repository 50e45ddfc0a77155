using Azure.Core;
using Azure.Storage.Blobs;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.KeyVault;

namespace Workflow.Adapters.LinkKeys;

/// <summary>Registers the keys that seal mailed links in a serverless installation.</summary>
public static class LinkKeysServices
{
    /// <summary>
    /// Adds Data Protection with the ring that <see cref="LinkKeysOptions"/> names: every instance reads what another has
    /// sealed, and so does the next release. Signs in by a registered <see cref="TokenCredential"/>, or else as
    /// <see cref="KeyVaultServices.AddKeyVaultSigning"/> does, for the resource that <c>KeyVault:Scope</c> names.
    /// </summary>
    public static IServiceCollection AddLinkKeys(this IServiceCollection services)
    {
        services.AddAzureStorageOptions();
        services.AddOptions<LinkKeysOptions>()
            .BindConfiguration(LinkKeysOptions.Section).ValidateDataAnnotations()
            .Validate<IOptions<AzureStorageOptions>>(
                (keys, storage) => !keys.IsLocal || storage.Value.ConnectionString is { Length: > 0 },
                "LinkKeys:KeyRing may lie on this machine only together with AzureStorage:ConnectionString.")
            .ValidateOnStart();
        services.TryAddSingleton<KeyVaultClientOptions>();
        services.AddSingleton(OpenVault);
        services.AddSingleton(OpenRing);
        services.AddSingleton<VaultXmlEncryptor>();
        services.AddDataProtection().SetApplicationName("approvals");
        services.AddOptions<KeyManagementOptions>().Configure<BlobKeyRing, VaultXmlEncryptor>((management, ring, encryptor) =>
        {
            management.XmlRepository = ring;
            management.XmlEncryptor = encryptor;
        });
        return services.AddHostedService<KeyRingOpening>();
    }

    private static VaultEnvelope OpenVault(IServiceProvider services) => new(new KeyVaultKey(
        OptionsOf(services).WrappingKey!,
        services.GetRequiredService<IOptions<KeyVaultOptions>>().Value.Scope,
        services.GetRequiredService<TokenCredential>(),
        services.GetRequiredService<KeyVaultClientOptions>()));

    private static BlobKeyRing OpenRing(IServiceProvider services)
    {
        var options = OptionsOf(services);
        var storage = services.GetRequiredService<IOptions<AzureStorageOptions>>().Value;
        if (!RingAddress.TryRead(options.KeyRing!, out var address))
            throw new InvalidOperationException("LinkKeys:KeyRing was not validated.");

        var patience = Patience.Of(new BlobClientOptions());
        var account = options.IsLocal
            ? new BlobServiceClient(storage.ConnectionString, patience)
            : new BlobServiceClient(address.Account, services.GetRequiredService<TokenCredential>(), patience);
        return new BlobKeyRing(new LazyContainer(account.GetBlobContainerClient(address.Container)), address.Blob);
    }

    private static LinkKeysOptions OptionsOf(IServiceProvider services) => services.GetRequiredService<IOptions<LinkKeysOptions>>().Value;
}
