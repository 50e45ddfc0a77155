using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Files;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

public sealed class StorageOptionsTests
{
    [Fact]
    public void Without_a_path_the_start_is_refused_by_the_name_of_the_setting()
    {
        using var services = Services("");

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains("Storage:Path", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void With_a_path_every_port_is_served_from_there()
    {
        var folder = Directory.CreateTempSubdirectory("approvals-");
        var data = Path.Combine(folder.FullName, "not", "made", "yet");
        using (var services = Services(data))
        {
            Type[] ports =
            [
                typeof(IEventStore), typeof(ISummaries), typeof(IOutbox), typeof(IAlarms), typeof(IQuarantine),
                typeof(ICodeStore), typeof(IConversations), typeof(IBlobs),
            ];
            Assert.All(ports, port => Assert.NotNull(services.GetService(port)));
            Assert.True(File.Exists(Path.Combine(data, "approvals.db")));
        }

        folder.Delete(recursive: true);
    }

    private static ServiceProvider Services(string path) => new ServiceCollection()
        .AddSingleton<IConfiguration>(
            new ConfigurationBuilder().AddInMemoryCollection([new("Storage:Path", path)]).Build())
        .AddSqliteStore()
        .AddFileBlobs()
        .BuildServiceProvider();
}
