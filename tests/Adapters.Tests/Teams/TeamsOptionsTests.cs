using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Teams;
using Workflow.Core.Ports;

namespace Adapters.Tests.Teams;

public sealed class TeamsOptionsTests
{
    private const string Id = "b0700000-1111-4222-8333-444455556666";

    private static readonly Dictionary<string, string?> Bot = new() { ["Teams:AppId"] = Id, ["Teams:TenantId"] = Id };

    private static readonly Dictionary<string, string?> Playground = new()
    {
        ["Teams:Playground"] = "true",
        ["Teams:TenantId"] = "00000000-0000-0000-0000-0000000000001",
        ["Teams:DefaultServiceUrl"] = "http://127.0.0.1:56150/_connector",
    };

    [Fact]
    public async Task Without_settings_Teams_is_closed_and_every_caller_refused()
    {
        await using var services = Start([]);

        Assert.False(services.GetRequiredService<ITeams>().IsOpen);
        var caller = await services.GetRequiredService<IBotTokens>().ReadAsync(null, "msteams", null, TestContext.Current.CancellationToken);
        Assert.Equal(403, Assert.IsType<BotCaller.Refused>(caller).Status);
    }

    [Fact]
    public void With_a_bot_Teams_is_open()
    {
        using var services = Start(Bot);

        Assert.True(services.GetRequiredService<ITeams>().IsOpen);
        Assert.NotNull(services.GetRequiredService<IBotTokens>());
    }

    [Theory]
    [InlineData("Teams:AppId", null)]
    [InlineData("Teams:AppId", "the bot")]
    [InlineData("Teams:TenantId", null)]
    [InlineData("Teams:TenantId", "studio.example")]
    [InlineData("Teams:ClientSecret", "@Microsoft.KeyVault(SecretUri=https://kv-x.vault.azure.net/secrets/bot)")]
    [InlineData("Teams:ServiceHosts:0", "https://smba.trafficmanager.net")]
    [InlineData("Teams:ServiceHosts:0", "*.example")]
    [InlineData("Teams:DefaultServiceUrl", "https://evil.example/")]
    [InlineData("Teams:DefaultServiceUrl", "http://smba.trafficmanager.net/teams/")]
    [InlineData("Teams:DefaultServiceUrl", "http://127.0.0.1:5000/")]
    [InlineData("Teams:OpenIdMetadata", "http://login.botframework.com/v1/.well-known/openidconfiguration")]
    [InlineData("Teams:CallsPerSecond", "0")]
    [InlineData("Teams:ConversationPause", "01:00:00")]
    [InlineData("Teams:CallTimeout", "00:00:00")]
    public void A_wrong_setting_stops_the_start_and_is_named(string setting, string? value) =>
        Assert.Contains(setting.Split(":0")[0], Refusal(new(Bot) { [setting] = value }), StringComparison.Ordinal);

    [Fact]
    public void Hosts_that_are_set_replace_those_of_the_public_cloud()
    {
        using var services = Start(new(Bot)
        {
            ["Teams:ServiceHosts:0"] = "smba.infra.gov.teams.microsoft.us",
            ["Teams:DefaultServiceUrl"] = "https://smba.infra.gov.teams.microsoft.us/teams",
        });
        var urls = services.GetRequiredService<ServiceUrls>();

        Assert.True(urls.Allow(new Uri("https://smba.infra.gov.teams.microsoft.us/teams")));
        Assert.False(urls.Allow(new Uri("https://smba.trafficmanager.net/teams/")));
    }

    [Theory]
    [InlineData(null, "msteams", "http://127.0.0.1:56150/_connector", true)]
    [InlineData(null, "msteams", "http://localhost:56150/_connector", true)]
    [InlineData(null, "msteams", "https://smba.trafficmanager.net/teams/", false)]
    [InlineData(null, "msteams", "http://192.0.2.1/_connector", false)]
    [InlineData(null, "msteams", null, false)]
    [InlineData(null, "webchat", "http://127.0.0.1:56150/_connector", false)]
    public async Task The_playground_is_believed_on_this_machine_alone(string? authorization, string channel, string? serviceUrl, bool isGenuine)
    {
        await using var services = Start(Playground, isDevelopment: true);

        var caller = await services.GetRequiredService<IBotTokens>()
            .ReadAsync(authorization, channel, serviceUrl, TestContext.Current.CancellationToken);

        Assert.True(services.GetRequiredService<ITeams>().IsOpen);
        Assert.Equal(isGenuine, caller is BotCaller.Genuine);
    }

    [Fact]
    public void The_playground_does_not_start_outside_Development() =>
        Assert.Contains("Teams:Playground", Refusal(Playground), StringComparison.Ordinal);

    [Theory]
    [InlineData("Teams:AppId", Id)]
    [InlineData("Teams:TenantId", null)]
    [InlineData("Teams:DefaultServiceUrl", null)]
    [InlineData("Teams:DefaultServiceUrl", "https://smba.trafficmanager.net/teams/")]
    public void A_playground_half_configured_stops_the_start(string setting, string? value) =>
        Assert.Contains(setting, Refusal(new(Playground) { [setting] = value }, isDevelopment: true), StringComparison.Ordinal);

    private static string Refusal(Dictionary<string, string?> settings, bool isDevelopment = false) =>
        Assert.Throws<OptionsValidationException>(() => Start(settings, isDevelopment)).Message;

    private static ServiceProvider Start(Dictionary<string, string?> settings, bool isDevelopment = false)
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(settings).Build();
        var services = new ServiceCollection()
            .AddSingleton<IConversations, MemoryConversations>()
            .AddTeams(configuration, isDevelopment)
            .BuildServiceProvider();
        services.GetRequiredService<IStartupValidator>().Validate();
        return services;
    }
}
