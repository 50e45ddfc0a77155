using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Signing;

/// <summary>Registers what signs records.</summary>
public static class SigningServices
{
    /// <summary>
    /// Signs with a key in <c>keys/</c> under <see cref="StorageOptions.Path"/>, made at the first start; adds
    /// <see cref="IRecordSigner"/> and the trusted <see cref="Core.Records.RecordKeys"/>.
    /// </summary>
    public static IServiceCollection AddFileSigning(this IServiceCollection services)
    {
        services.AddStorageOptions();
        services.AddSingleton(s => FileSigningKey.Open(Path.Combine(s.GetRequiredService<IOptions<StorageOptions>>().Value.Path, "keys")));
        services.AddSingleton<IRecordSigner>(s => s.GetRequiredService<FileSigningKey>());
        services.AddSingleton(s => s.GetRequiredService<FileSigningKey>().Keys);
        return services;
    }
}
