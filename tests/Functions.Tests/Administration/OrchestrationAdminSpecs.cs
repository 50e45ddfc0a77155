using Core.Tests.Approval;
using Functions.Orchestration;
using Microsoft.DurableTask.Client;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Functions.Tests.Administration;

public sealed class OrchestrationAdminSpecs : IDisposable
{
    private readonly AdminHouse _house = new();

    private static string Id => AdminHouse.Id;

    public void Dispose() => _house.Dispose();

    [Fact]
    public async Task Inspection_tells_status_and_progress_and_neither_inputs_outputs_nor_addresses()
    {
        var (status, body) = await _house.GetAsync($"orchestrations/{Id}");

        Assert.Equal(200, status);
        Assert.Equal("running", (string?)body!["status"]);
        Assert.Equal(("Deciding", 2), ((string?)body["progress"]!["status"], (int?)body["progress"]!["openAsks"]));
        Assert.Equal(Sample.Monday, (DateTimeOffset?)body["createdAt"]);
        Assert.Equal(["id", "status", "createdAt", "updatedAt", "progress"], body.AsObject().Select(p => p.Key));
        Assert.DoesNotContain("http", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Inspection_of_a_failed_one_tells_kinds_of_errors_without_their_messages()
    {
        _house.World.Hub.Failing = (16, false);
        _house.World.Signal();
        _house.World.Run();

        var (_, body) = await _house.GetAsync($"orchestrations/{Id}");

        Assert.Equal("TaskFailedException <- IOException", (string?)body!["failure"]);
        Assert.DoesNotContain("robin", body.ToJsonString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GAI-0000-0000")]
    [InlineData("purge")]
    [InlineData("GAI")]
    public async Task Unknown_id_is_a_problem_of_404(string id)
    {
        var (status, body) = await _house.GetAsync($"orchestrations/{id}");

        Assert.Equal((404, "urn:approvals:problem:not-found"), (status, (string?)body!["type"]));
    }

    [Fact]
    public async Task List_is_filtered_by_status_and_paged()
    {
        for (var i = 1; i <= 60; i++)
            await Instances.SignalAsync(_house.World.Hub, RequestId.FromBits((ulong)i << 20), "test", TestContext.Current.CancellationToken);

        var first = (await _house.GetAsync("orchestrations?status=running")).Body!;
        var second = (await _house.GetAsync($"orchestrations?status=running&after={(string?)first["next"]}")).Body!;
        var none = (await _house.GetAsync("orchestrations?status=failed")).Body!;

        Assert.Equal((50, 11, 0), (first["items"]!.AsArray().Count, second["items"]!.AsArray().Count, none["items"]!.AsArray().Count));
        Assert.Null(second["next"]);
        Assert.Equal(400, (await _house.GetAsync("orchestrations?status=continued-as-new")).Status);
    }

    [Fact]
    public async Task Mark_of_a_next_page_that_nobody_gave_out_is_a_problem_of_400() =>
        Assert.Equal(400, (await _house.GetAsync("orchestrations?after=CfDJ8mangled")).Status);

    [Fact]
    public async Task Suspended_one_does_nothing_until_it_is_resumed()
    {
        Assert.Equal(202, (await _house.PostAsync($"orchestrations/{Id}/suspend")).Status);
        _house.World.Decide(Sample.Ada, Sample.No());
        _house.World.Signal();
        _house.World.Run();
        Assert.NotEmpty(_house.World.Waiting);

        Assert.Equal(202, (await _house.PostAsync($"orchestrations/{Id}/resume")).Status);
        _house.World.Run();

        Assert.Empty(_house.World.Waiting);
        Assert.Equal(["Robin said so", "Robin said so"], _house.World.Hub.Reasons);
    }

    [Theory]
    [InlineData("resume")]
    [InlineData("restart")]
    public async Task What_cannot_be_done_to_a_running_one_is_a_problem_of_409(string verb)
    {
        var (status, body) = await _house.PostAsync($"orchestrations/{Id}/{verb}");

        Assert.Equal((409, "urn:approvals:problem:not-now"), (status, (string?)body!["type"]));
    }

    [Theory]
    [InlineData("suspend", null)]
    [InlineData("terminate", "{}")]
    [InlineData("terminate", "[")]
    [InlineData("terminate", """{ "reason": " " }""")]
    public async Task Nothing_is_stopped_without_a_reason(string verb, string? body)
    {
        Assert.Equal(400, (await _house.PostAsync($"orchestrations/{Id}/{verb}", body)).Status);

        Assert.Equal(OrchestrationRuntimeStatus.Running, _house.World.Instance.Status);
    }

    [Fact]
    public async Task Terminated_one_of_an_open_request_is_started_again_by_the_sweep_and_nothing_is_lost()
    {
        Assert.Equal(202, (await _house.PostAsync($"orchestrations/{Id}/terminate")).Status);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, _house.World.Instance.Status);

        _house.World.RunToTheEnd();

        Assert.Equal(2, _house.World.Hub.Starts);
        Assert.Equal(OutcomeKind.Expired, _house.World.State.Outcome!.Kind);
        Assert.Empty(_house.World.Store.Outbox);
    }

    [Fact]
    public async Task Purged_one_of_an_open_request_is_started_again_by_the_sweep_and_nothing_is_lost()
    {
        await _house.PostAsync($"orchestrations/{Id}/terminate");
        _house.World.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(1, (int?)(await _house.PostAsync("orchestrations/purge", null)).Body!["purged"]);
        Assert.Equal(404, (await _house.GetAsync($"orchestrations/{Id}")).Status);

        _house.World.RunToTheEnd();

        Assert.Equal(2, _house.World.Hub.Starts);
        Assert.Equal(OutcomeKind.Expired, _house.World.State.Outcome!.Kind);
        Assert.Empty(_house.World.Store.Outbox);
    }

    [Fact]
    public async Task Restart_starts_again_from_the_stream_at_once()
    {
        await _house.PostAsync($"orchestrations/{Id}/terminate");
        _house.World.Decide(Sample.Ada, Sample.No());

        Assert.Equal(202, (await _house.PostAsync($"orchestrations/{Id}/restart", null)).Status);
        _house.World.Run();

        Assert.Equal((OrchestrationRuntimeStatus.Completed, "Rejected"), (_house.World.Instance.Status, _house.World.Instance.Output));
    }

    [Fact]
    public async Task Restart_of_no_request_starts_nothing()
    {
        Assert.Equal(404, (await _house.PostAsync($"orchestrations/{RequestId.FromBits(7)}/restart", null)).Status);
        Assert.Equal(1, _house.World.Hub.Starts);
    }

    [Fact]
    public async Task Log_says_who_did_it_and_nothing_personal()
    {
        await _house.PostAsync($"orchestrations/{Id}/suspend");
        await _house.PostAsync("orchestrations/purge", null);

        var said = _house.Logs.Lines.Select(line => line.Text).ToList();
        Assert.Contains($"Orchestration {Id}: suspend, by admin.", said);
        Assert.Contains(said, line => line.StartsWith("Purged 0 orchestrations", StringComparison.Ordinal) && line.EndsWith("by admin.", StringComparison.Ordinal));
        Assert.DoesNotContain(said, line => line.Contains("Robin", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Auditor_sees_everything_and_changes_nothing()
    {
        Assert.Equal(200, (await _house.GetAsync("orchestrations", AdminHouse.AuditorKey)).Status);
        Assert.Equal(200, (await _house.GetAsync($"orchestrations/{Id}", AdminHouse.AuditorKey)).Status);

        foreach (var path in new[] { $"{Id}/suspend", $"{Id}/resume", $"{Id}/terminate", $"{Id}/restart", "purge" })
            Assert.Equal(403, (await _house.PostAsync($"orchestrations/{path}", key: AdminHouse.AuditorKey)).Status);
        Assert.Equal(OrchestrationRuntimeStatus.Running, _house.World.Instance.Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-the-key-of-anybody-though-it-is-long-enough")]
    public async Task Nobody_else_gets_in(string? key)
    {
        Assert.Equal(401, (await _house.GetAsync("orchestrations", key)).Status);
        Assert.Equal(401, (await _house.PostAsync($"orchestrations/{Id}/terminate", key: key)).Status);
        Assert.Equal(OrchestrationRuntimeStatus.Running, _house.World.Instance.Status);
    }
}
