using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>Registers what is kept as files.</summary>
public static class FileServices
{
    /// <summary>Keeps attachments and records in <c>blobs/</c> under <see cref="StorageOptions.Path"/>.</summary>
    public static IServiceCollection AddFileBlobs(this IServiceCollection services)
    {
        services.AddStorageOptions();
        services.AddSingleton<IBlobs, FileBlobs>();
        return services;
    }
}
