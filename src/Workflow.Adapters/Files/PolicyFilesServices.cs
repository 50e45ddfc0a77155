using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Adapters.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Files;

/// <summary>Registers the policy and the directory that are kept as files.</summary>
public static class PolicyFilesServices
{
    /// <summary>
    /// Adds <see cref="IPolicies"/>, <see cref="IDirectory"/> and <see cref="IAccounts"/>; the host refuses to start with the linter's problems
    /// when a document is wrong.
    /// </summary>
    public static IServiceCollection AddPolicyFiles(this IServiceCollection services) => services.AddPolicyFile().AddDirectoryFile();

    /// <summary>Adds <see cref="IPolicies"/> alone: people come from elsewhere.</summary>
    public static IServiceCollection AddPolicyFile(this IServiceCollection services)
    {
        services.AddOptions<PolicyFilesOptions>().BindConfiguration(PolicyFilesOptions.Section).ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<PolicyFilesOptions>>(
                new DocumentCheck<PolicyFilesOptions>(PolicyFilesOptions.Section, options => PolicyFile.Read(options.PathOf(options.Policy)).Problems))
            .AddSingleton<IPolicies>(s => new PolicyFile(
                s.GetRequiredService<IOptions<PolicyFilesOptions>>(), s.GetService<IPolicyArchive>()));
    }

    /// <summary>Adds <see cref="IDirectory"/> and <see cref="IAccounts"/> from the directory document.</summary>
    public static IServiceCollection AddDirectoryFile(this IServiceCollection services)
    {
        services.AddOptions<PolicyFilesOptions>().BindConfiguration(PolicyFilesOptions.Section).ValidateOnStart();
        services.AddLogging().TryAddSingleton(TimeProvider.System);
        return services
            .AddSingleton<IValidateOptions<PolicyFilesOptions>>(
                new DocumentCheck<PolicyFilesOptions>(PolicyFilesOptions.Section, options => DirectoryFile.Read(options.PathOf(options.Directory)).Problems))
            .AddSingleton(s => new DirectoryFile(
                s.GetRequiredService<IOptions<PolicyFilesOptions>>(), s.GetRequiredService<ILogger<DirectoryFile>>()))
            .AddPeopleFrom<DirectoryFile>();
    }

    /// <summary>Keeps the text of every policy that was in force in <c>policies/</c> under <see cref="StorageOptions.Path"/>.</summary>
    public static IServiceCollection AddPolicyArchive(this IServiceCollection services)
    {
        services.AddStorageOptions();
        return services.AddSingleton<IPolicyArchive, FilePolicyArchive>();
    }
}
