using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Azure.Monitor.OpenTelemetry.Exporter;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Core.Ports;

namespace Functions.Tests.Settings;

/// <summary>The code, infra/ and the sample agree on the settings there are.</summary>
public sealed partial class SettingsSpecs
{
    // What the Functions host, its extensions and the Azure SDK read for themselves.
    private const string Platform =
        "^(AzureWebJobsStorage(:.+)?|AzureWebJobsDisableHomepage|AzureFunctionsJobHost:.+|FUNCTIONS_WORKER_RUNTIME|AZURE_CLIENT_ID|DURABLE_TASK_SCHEDULER_CONNECTION_STRING)$";

    // As Azure fills them in.
    private static readonly Dictionary<string, string> Values = new()
    {
        ["AzureStorage:TableEndpoint"] = "https://stdata.table.core.windows.net/",
        ["AzureStorage:BlobEndpoint"] = "https://stdata.blob.core.windows.net/",
        ["LinkKeys:KeyRing"] = "https://stdata.blob.core.windows.net/link-keys/key-ring.xml",
        ["LinkKeys:WrappingKey"] = "https://kv-x.vault.azure.net/keys/links",
        ["KeyVault:RecordKey"] = "https://kv-x.vault.azure.net/keys/records",
        ["APPLICATIONINSIGHTS_CONNECTION_STRING"] = "InstrumentationKey=00000000-0000-0000-0000-000000000001",
        ["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"] = "ClientId=x;Authorization=AAD",
        ["Site:BaseUrl"] = "https://approvals.studio.example",
        ["Mail:From"] = "approvals@studio.example",
        ["Mail:Receiver"] = "mx.studio.example",
        ["Mail:Smtp:Host"] = "smtp.studio.example",
        ["Mail:Signing:Certificate"] = "",
        ["Graph:Mailbox"] = "approvals@studio.example",
        ["Graph:NotificationUrl"] = "https://approvals.studio.example/api/graph/notifications",
        ["Graph:People:Document"] = "people.yaml",
        ["Graph:ClientState"] = "0123456789abcdef0123456789abcdef",
        ["Teams:AppId"] = "00000000-0000-0000-0000-000000000002",
        ["Teams:TenantId"] = "00000000-0000-0000-0000-000000000003",
    };

    [Fact]
    public void Settings_of_the_infrastructure_let_the_app_start()
    {
        // A secret of the vault; without it the template names no address for Graph either.
        HashSet<string> set = [.. OfInfrastructure(), "Graph:ClientState"];

        Start(Values.Where(setting => set.Contains(setting.Key)).ToDictionary());
    }

    [Fact]
    public void Every_setting_of_the_infrastructure_is_read()
    {
        var read = Start(Values).Keys;

        Assert.All(OfInfrastructure(), name => Assert.True(IsPlatform(name) || read.Contains(name), name));
    }

    [Fact]
    public void Sample_lets_the_app_start_and_each_of_its_settings_is_read()
    {
        var sample = Sample();

        var read = Start(sample).Keys;

        Assert.All(sample.Keys, name => Assert.True(IsPlatform(name) || read.Contains(name), name));
    }

    [Fact]
    public async Task People_come_from_Entra_where_a_roster_is_named()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(Values!).Build();
        await using var services = new ServiceCollection().AddSingleton<IConfiguration>(configuration).AddApprovals(configuration).BuildServiceProvider();

        var productions = await services.GetRequiredService<IDirectory>().ProductionsAsync(TestContext.Current.CancellationToken);

        Assert.Equal(["The Lantern Coast", "The Ninth Orchard", "The Glass Meridian"], productions);
        Assert.Same(services.GetRequiredService<IDirectory>(), services.GetRequiredService<IAccounts>());
    }

    [Theory]
    [InlineData("AzureStorage:TableEndpoint")]
    [InlineData("AzureStorage:BlobEndpoint")]
    [InlineData("LinkKeys:KeyRing")]
    [InlineData("LinkKeys:WrappingKey")]
    [InlineData("KeyVault:RecordKey")]
    [InlineData("Site:BaseUrl")]
    [InlineData("Graph:ClientState")]
    public void Required_setting_that_is_missing_is_named(string setting) =>
        Assert.Contains(setting, Refusal(Values.Where(s => s.Key != setting).ToDictionary()), StringComparison.Ordinal);

    [Fact]
    public void Mails_leave_through_a_server_or_through_graph()
    {
        Start(Values.Where(s => s.Key != "Mail:Smtp:Host").ToDictionary());
        Start(Values.Where(s => !s.Key.StartsWith("Graph:", StringComparison.Ordinal)).ToDictionary());
        var refusal = Refusal(Values.Where(s => s.Key != "Mail:Smtp:Host" && !s.Key.StartsWith("Graph:", StringComparison.Ordinal)).ToDictionary());

        Assert.Contains("Mail:Smtp:Host", refusal, StringComparison.Ordinal);
        Assert.Contains("Graph:Mailbox", refusal, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Graph:ClientState")]
    [InlineData("Admin:Key")]
    [InlineData("Intake:Key")]
    [InlineData("Mail:ReplyKey")]
    [InlineData("Mail:Signing:Password")]
    [InlineData("Mail:Smtp:User")]
    [InlineData("Mail:Smtp:Password")]
    [InlineData("AzureStorage:ConnectionString")]
    public void Reference_to_a_vault_that_nobody_followed_is_no_secret(string setting) => Assert.Contains(
        setting,
        Refusal(new(Values) { [setting] = "@Microsoft.KeyVault(SecretUri=https://kv-x.vault.azure.net/secrets/a-long-name-of-a-secret)" }),
        StringComparison.Ordinal);

    private static string Refusal(Dictionary<string, string> settings)
    {
        try
        {
            Start(settings);
        }
        catch (OptionsValidationException e)
        {
            return e.Message;
        }
        catch (AggregateException e)
        {
            return string.Join('\n', e.InnerExceptions.Select(inner => inner.Message));
        }

        throw new InvalidOperationException("It starts.");
    }

    private static ReadSettings Start(Dictionary<string, string> settings)
    {
        var read = new ReadSettings(settings);
        var configuration = new ConfigurationBuilder().Add(read).Build();
        using var services = new ServiceCollection()
            .AddSingleton<IConfiguration>(configuration)
            .AddApprovals(configuration)
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        _ = services.GetRequiredService<IOptions<AzureMonitorExporterOptions>>().Value;
        return read;
    }

    private static bool IsPlatform(string name) => Regex.IsMatch(name, Platform);

    private static HashSet<string> OfInfrastructure() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "infra"), "*.bicep", SearchOption.AllDirectories)
            .SelectMany(file => File.ReadLines(file))
            .Where(line => !line.StartsWith('@'))
            .SelectMany(line => SettingNames().Matches(line))
            .Select(match => match.Groups["name"].Value.Replace("__", ":", StringComparison.Ordinal)),
    ];

    private static Dictionary<string, string> Sample() =>
        JsonNode.Parse(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "local.settings.sample.json")))!["Values"]!
            .AsObject().ToDictionary(setting => setting.Key, setting => (string)setting.Value!);

    // Bicep's own properties look like none of these.
    [GeneratedRegex(@"(?<=^|[{\s])(?<name>[A-Za-z]\w*__\w+|[A-Z]+(_[A-Z]+)+|AzureWebJobs\w+):\s", RegexOptions.ExplicitCapture)]
    private static partial Regex SettingNames();
}
