using System.Net;
using System.Net.Http.Json;
using LocalHost.Serving;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflow.Core.Ports;

namespace LocalHost.Tests.Serving;

public sealed class LaunchSpecs : IDisposable
{
    private readonly string _data = Directory.CreateTempSubdirectory("launch").FullName;

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_data, recursive: true);

    public static TheoryData<string, string, string> WrongSettings => new()
    {
        { "Courier:Parallelism", "0", "Courier:Parallelism" },
        { "Courier:Parallelism", "many", "Courier:Parallelism" },
        { "Courier:FirstDelay", "soon", "Courier:FirstDelay" },
        { "Admin:Key", "short", "Admin:Key" },
        { "Intake:Key", "short", "Intake:Key" },
        { "Site:BaseUrl", "nowhere", "Site:BaseUrl" },
        { "Links:AskValidity", "00:00:01", "Links:AskValidity" },
        { "Mail:From", "nobody", "Mail:From" },
        { "Mail:Smtp:Port", "0", "Mail:Smtp:Port" },
        { "Mail:Smtp:Security", "maybe", "Mail:Smtp:Security" },
        { "Policies:Policy", "none.yaml", "none.yaml" },
        { "Policies:Directory", "none.yaml", "none.yaml" },
        { "Graph:People:Document", "none.yaml", "none.yaml" },
        { "Storage:Path", "", "Storage:Path" },
    };

    [Theory]
    [MemberData(nameof(WrongSettings))]
    public void Wrong_setting_is_named_and_nothing_is_opened(string setting, string value, string named)
    {
        var reasons = Launch.Reasons(Assert.ThrowsAny<Exception>(() => Build((setting, value))));

        Assert.Contains(reasons, r => r.Contains(named, StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFileSystemEntries(_data));
    }

    [Fact]
    public async Task Second_server_on_the_same_data_is_refused_until_the_first_has_stopped()
    {
        await using (Build())
        {
            var reasons = Launch.Reasons(Assert.ThrowsAny<Exception>(() => Build()));
            Assert.Contains("Another process is running on the data folder", Assert.Single(reasons), StringComparison.Ordinal);
        }

        await using var after = Build();
    }

    [Fact]
    public async Task People_come_from_Entra_where_a_roster_is_named()
    {
        await using var app = Build(("Graph:People:Document", "people.yaml"));

        var productions = await app.Services.GetRequiredService<IDirectory>().ProductionsAsync(Ct);

        Assert.Equal(["The Lantern Coast", "The Ninth Orchard", "The Glass Meridian"], productions);
    }

    [Fact]
    public void Database_that_is_none_is_said_to_be_none()
    {
        File.WriteAllText(Path.Combine(_data, "approvals.db"), "This was a database once, and now it is a text of some length.");

        var reason = Assert.Single(Launch.Reasons(Assert.ThrowsAny<Exception>(() => Build())));

        Assert.Contains("The database in the data folder cannot be used", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Fault_of_ours_keeps_its_stack_trace() => Assert.Empty(Launch.Reasons(new NotSupportedException()));

    [Fact]
    public async Task Fault_while_serving_is_a_page_with_headers_in_every_environment()
    {
        foreach (var environment in new[] { Environments.Development, Environments.Production })
        {
            await using var app = Build(environment);
            app.MapGet("/break", string () => throw new InvalidOperationException("secret of ana@crew.example"));
            await app.StartAsync(Ct);
            using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

            var response = await http.GetAsync(new Uri("/break", UriKind.Relative), Ct);

            var page = await response.Content.ReadAsStringAsync(Ct);
            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Contains("Something went wrong on our side", page, StringComparison.Ordinal);
            Assert.DoesNotContain("ana@crew.example", page, StringComparison.Ordinal);
            Assert.True(response.Headers.Contains("Content-Security-Policy"));
            await app.StopAsync(Ct);
        }
    }

    [Fact]
    public async Task Fifty_posts_with_one_key_at_once_are_one_request()
    {
        await using var app = Build();
        await app.StartAsync(Ct);
        using var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) };

        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(async _ =>
        {
            using var post = new HttpRequestMessage(HttpMethod.Post, "/api/requests") { Content = JsonContent.Create(Declaration) };
            post.Headers.Add("Idempotency-Key", "one");
            using var response = await http.SendAsync(post, Ct);
            return (response.StatusCode, Location: response.Headers.Location!.ToString());
        }));

        Assert.Single(answers, a => a.StatusCode == HttpStatusCode.Accepted);
        Assert.Equal(49, answers.Count(a => a.StatusCode == HttpStatusCode.OK));
        Assert.Single(answers.Select(a => a.Location).Distinct());
        await app.StopAsync(Ct);
    }

    private static object Declaration => new
    {
        name = "Robin Vale",
        email = "robin@artdept.example",
        production = "The Lantern Coast",
        title = "Mood boards",
        description = "Boards of a harbour at night.",
        tools = new[] { new { name = "Sketcher" } },
        use = "ideation",
        finalDeliverable = "no",
        p1 = "yes",
        p2 = "yes",
        p3 = "yes",
        p4 = "yes",
        p5 = "yes",
    };

    private WebApplication Build(params (string Name, string Value)[] settings) => Build(Environments.Production, settings);

    private WebApplication Build(string environment, params (string Name, string Value)[] settings)
    {
        var all = new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:Path"] = _data,
            ["Logging:LogLevel:Default"] = "None",
        };
        foreach (var (name, value) in settings)
        {
            all[name] = value;
        }

        return LocalServer.Build(all, environment: environment);
    }
}
