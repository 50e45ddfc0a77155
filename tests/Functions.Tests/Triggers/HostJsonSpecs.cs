using System.Text.Json;
using System.Text.Json.Nodes;

namespace Functions.Tests.Triggers;

/// <summary>What the code relies on in host.json.</summary>
public sealed class HostJsonSpecs
{
    private static JsonNode Host => JsonNode.Parse(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "host.json")),
        documentOptions: new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip })!;

    private static JsonNode Extensions => Host["extensions"]!;

    [Fact]
    public void Routes_have_no_prefix_so_that_links_in_mails_lead_there() =>
        Assert.Equal("", (string?)Extensions["http"]!["routePrefix"]);

    [Fact]
    public void Orchestrations_are_versioned_from_the_first_day()
    {
        var durable = Extensions["durableTask"]!;

        Assert.Equal("1.0", (string?)durable["defaultVersion"]);
        Assert.Equal("CurrentOrOlder", (string?)durable["versionMatchStrategy"]);
        Assert.Equal("Reject", (string?)durable["versionFailureStrategy"]);
    }

    [Fact]
    public void Inputs_and_outputs_stay_out_of_the_logs() =>
        Assert.False((bool)Extensions["durableTask"]!["tracing"]!["traceInputsAndOutputs"]!);

    [Fact]
    public void What_alerts_count_is_never_sampled() =>
        Assert.Equal("Exception;Request;Trace", (string?)Host["logging"]!["applicationInsights"]!["samplingSettings"]!["excludedTypes"]);

    [Fact]
    public void Host_and_worker_speak_the_same_way() => Assert.Equal("OpenTelemetry", (string?)Host["telemetryMode"]);
}
