using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Files;
using Workflow.Adapters.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Graph.People;

/// <summary>Registers people of Entra ID.</summary>
public static class GraphPeopleServices
{
    /// <summary>
    /// Adds <see cref="IDirectory"/> and <see cref="IAccounts"/>: from Entra ID when <c>Graph:People:Document</c> names a roster,
    /// and otherwise from the directory document. The last answer is kept by the store where it can, and else under <see cref="StorageOptions.Path"/>.
    /// </summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">The section <c>Graph</c> of it is read; a wrong roster stops the start with the linter's problems.</param>
    public static IServiceCollection AddGraphPeople(this IServiceCollection services, IConfiguration configuration)
    {
        if (string.IsNullOrWhiteSpace(configuration[$"{GraphPeopleOptions.Section}:{nameof(GraphPeopleOptions.Document)}"]))
            return services.AddDirectoryFile();

        services.AddGraph(configuration);
        services.AddOptions<PolicyFilesOptions>().Bind(configuration.GetSection(PolicyFilesOptions.Section));
        services.AddOptions<GraphPeopleOptions>().Bind(configuration.GetSection(GraphPeopleOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<IKeptPeople, FileKeptPeople>();
        return services
            .AddSingleton<IValidateOptions<GraphPeopleOptions>>(s => Check(s.GetRequiredService<IOptions<PolicyFilesOptions>>()))
            .AddSingleton(s => new RosterFile(
                s.GetRequiredService<IOptions<GraphPeopleOptions>>(),
                s.GetRequiredService<IOptions<PolicyFilesOptions>>(),
                s.GetRequiredService<ILogger<RosterFile>>()))
            .AddSingleton<GraphBatch>()
            .AddSingleton<GraphGroups>()
            .AddSingleton<GraphPeople>()
            .AddSingleton<PeopleReport>()
            .AddSingleton<EntraPeople>()
            .AddPeopleFrom<EntraPeople>();
    }

    private static DocumentCheck<GraphPeopleOptions> Check(IOptions<PolicyFilesOptions> files) => new(
        $"{GraphPeopleOptions.Section}:{nameof(GraphPeopleOptions.Document)}", options => RosterFile.Read(files.Value.PathOf(options.Document!)).Problems);
}
