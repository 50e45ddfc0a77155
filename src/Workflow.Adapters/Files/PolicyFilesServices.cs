using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>Registers the policy and the directory that are kept as files.</summary>
public static class PolicyFilesServices
{
    /// <summary>
    /// Adds <see cref="IPolicies"/>, <see cref="IDirectory"/> and <see cref="IAccounts"/>; the host refuses to start with the linter's problems
    /// when a document is wrong.
    /// </summary>
    public static IServiceCollection AddPolicyFiles(this IServiceCollection services)
    {
        services.AddOptions<PolicyFilesOptions>().BindConfiguration(PolicyFilesOptions.Section).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PolicyFilesOptions>, PolicyFilesCheck>();
        services.AddSingleton<IPolicies>(s => new PolicyFile(
            s.GetRequiredService<IOptions<PolicyFilesOptions>>(), s.GetService<IPolicyArchive>()));
        services.AddLogging().TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new DirectoryFile(
            s.GetRequiredService<IOptions<PolicyFilesOptions>>(),
            s.GetRequiredService<TimeProvider>(),
            s.GetRequiredService<ILogger<DirectoryFile>>()));
        return services
            .AddSingleton<IDirectory>(s => s.GetRequiredService<DirectoryFile>())
            .AddSingleton<IAccounts>(s => s.GetRequiredService<DirectoryFile>());
    }

    /// <summary>Keeps the text of every policy that was in force in <c>policies/</c> under <see cref="StorageOptions.Path"/>.</summary>
    public static IServiceCollection AddPolicyArchive(this IServiceCollection services)
    {
        services.AddStorageOptions();
        return services.AddSingleton<IPolicyArchive, FilePolicyArchive>();
    }
}
