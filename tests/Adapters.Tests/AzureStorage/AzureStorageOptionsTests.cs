using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.AzureStorage;
using Workflow.Core.Ports;

namespace Adapters.Tests.AzureStorage;

public sealed class AzureStorageOptionsTests
{
    private const string Emulator = "AccountName=a;AccountKey=aaaa;BlobEndpoint=http://127.0.0.1:1/a;TableEndpoint=http://127.0.0.1:2/a";

    [Theory]
    [InlineData("AzureStorage:TableEndpoint", "BlobEndpoint=https://a.blob.example")]
    [InlineData("AzureStorage:BlobEndpoint", "TableEndpoint=https://a.table.example")]
    [InlineData("AzureStorage:TableEndpoint", "TableEndpoint=http://a.table.example", "BlobEndpoint=https://a.blob.example")]
    [InlineData("AzureStorage:Prefix", "ConnectionString=UseDevelopmentStorage=true", "Prefix=No-Good")]
    [InlineData("AzureStorage:ConnectionString", "ConnectionString=UseDevelopmentStorage=true", "TableEndpoint=https://a.table.example")]
    [InlineData("AzureStorage:ConnectionString", "ConnectionString=AccountName=a;AccountKey=aaaa")]
    [InlineData("AzureStorage:ConnectionString", "ConnectionString=" + Emulator + ";QueueEndpoint=https://a.queue.example")]
    public void A_wrong_setting_refuses_the_start_by_its_name(string named, params string[] settings)
    {
        using var services = Services(settings);

        var refusal = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(named, refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("TableEndpoint=https://a.table.example", "BlobEndpoint=https://a.blob.example")]
    [InlineData("ConnectionString=UseDevelopmentStorage=true")]
    [InlineData("ConnectionString=" + Emulator)]
    public void With_right_settings_every_port_is_served(params string[] settings)
    {
        using var services = Services(settings);

        services.GetRequiredService<IStartupValidator>().Validate();

        Type[] ports =
        [
            typeof(IEventStore), typeof(ISummaries), typeof(IOutbox), typeof(IAlarms), typeof(IQuarantine), typeof(ICodeStore), typeof(IBlobs),
        ];
        Assert.All(ports, port => Assert.NotNull(services.GetService(port)));
    }

    private static ServiceProvider Services(string[] settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings
            .Select(setting => setting.Split('=', 2))
            .Select(pair => new KeyValuePair<string, string?>($"AzureStorage:{pair[0]}", pair[1]))).Build())
        .AddAzureStorage()
        .BuildServiceProvider();
}
