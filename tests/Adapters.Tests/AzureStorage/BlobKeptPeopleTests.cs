using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.Graph.People;

namespace Adapters.Tests.AzureStorage;

public sealed class BlobKeptPeopleTests(Azurite azurite)
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_answer_about_people_is_kept_for_every_process()
    {
        var connection = await azurite.ConnectAsync();
        await using var one = Process(connection);
        await using var other = Process(connection);
        var kept = one.GetRequiredService<IKeptPeople>();

        Assert.Null(await kept.ReadAsync(Token));
        await kept.KeepAsync([1, 2, 3], Token);
        await kept.KeepAsync([4], Token);

        Assert.Equal([4], await other.GetRequiredService<IKeptPeople>().ReadAsync(Token));
    }

    private static ServiceProvider Process(string connection) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["AzureStorage:ConnectionString"] = connection,
            ["AzureStorage:Prefix"] = "keptpeople",
        }).Build())
        .AddAzureStorage()
        .BuildServiceProvider();
}
