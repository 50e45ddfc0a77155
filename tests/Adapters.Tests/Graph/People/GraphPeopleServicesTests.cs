using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Files;
using Workflow.Adapters.Graph.People;
using Workflow.Core.Ports;

namespace Adapters.Tests.Graph.People;

public sealed class GraphPeopleServicesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("roster");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_a_roster_people_come_from_the_directory_document()
    {
        using var services = Services([]);

        Assert.NotNull(services.GetService<DirectoryFile>());
        Assert.Same(services.GetRequiredService<IDirectory>(), services.GetRequiredService<IAccounts>());
    }

    [Fact]
    public void Roster_that_is_wrong_stops_the_start_with_its_place()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "people.yaml"), PeopleHouse.Roster(legal: "legal-desk"));
        using var services = Services(new() { ["Graph:People:Document"] = "people.yaml", ["Policies:Folder"] = _folder.FullName });

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<GraphPeopleOptions>>().Value);

        Assert.Contains("Graph:People:Document: people.yaml(9,12)", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Roster_that_is_not_there_stops_the_start()
    {
        using var services = Services(new() { ["Graph:People:Document"] = "people.yaml", ["Policies:Folder"] = _folder.FullName });

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<GraphPeopleOptions>>().Value);

        Assert.Contains("people.yaml", failure.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("MaxAge")]
    [InlineData("AbsenceMaxAge")]
    public void Age_out_of_range_is_named(string setting)
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "people.yaml"), PeopleHouse.Roster());
        using var services = Services(new()
        {
            ["Graph:People:Document"] = "people.yaml",
            ["Policies:Folder"] = _folder.FullName,
            [$"Graph:People:{setting}"] = "00:00:01",
        });

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<GraphPeopleOptions>>().Value);

        Assert.Contains($"Graph:People:{setting} must be between 00:01:00 and 1.00:00:00.", Assert.Single(failure.Failures), StringComparison.Ordinal);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        return new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddGraphPeople(configuration).BuildServiceProvider();
    }
}
