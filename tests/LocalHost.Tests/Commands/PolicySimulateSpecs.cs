using LocalHost.Commands;
using LocalHost.Loops;
using LocalHost.Serving;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace LocalHost.Tests.Commands;

/// <summary>What was stored, beside the server that stored it.</summary>
public sealed class PolicySimulateSpecs : IDisposable
{
    private readonly PolicyFolder _policies = new();
    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("approvals-simulate-");

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        _policies.Dispose();
        _data.Delete(recursive: true);
    }

    [Fact]
    public async Task Requests_are_told_before_and_after_while_the_server_runs()
    {
        await using var app = LocalServer.Build(new Dictionary<string, string?>
        {
            ["Urls"] = "http://127.0.0.1:0",
            ["Storage:Path"] = _data.FullName,
            ["Logging:LogLevel:Default"] = "None",
        });
        await app.StartAsync(Ct);
        var id = (await app.Services.GetRequiredService<ApprovalDesk>().SubmitAsync(Submission, Authentication.Claimed, Ct)).Request!.Id;
        await app.Services.GetRequiredService<LoopActivity>().WhenIdleAsync(Ct);
        var sheet = Path.Combine(_data.FullName, "simulated.csv");
        _policies.Add("overlays:\n  - overlays/eu-ai-act-50.yaml\n");

        Assert.Equal(ExitCode.Fine, await SimulateAsync("--policy", _policies.Policy, "--csv", sheet));

        var lines = await File.ReadAllTextAsync(sheet, Ct);
        Assert.Contains($"\"{id}\",\"The Lantern Coast\",\"'=Missing line\",\"deciding\",\"yes\",\"no\",\"written\",\"written\"", lines, StringComparison.Ordinal);
        Assert.Equal(RequestStatus.Deciding, (await app.Services.GetRequiredService<ApprovalDesk>().FindAsync(id, Ct))!.Status);
        await app.StopAsync(Ct);
    }

    [Fact]
    public async Task Folder_without_an_installation_is_exit_code_2_and_stays_empty()
    {
        Assert.Equal(ExitCode.Failed, await SimulateAsync());
        Assert.Empty(_data.EnumerateFileSystemInfos());
    }

    private Task<int> SimulateAsync(params string[] options) =>
        SimulateCommand.Create().Parse(["--data", _data.FullName, .. options]).InvokeAsync(cancellationToken: Ct);

    private static Submission Submission { get; } = new(
        new Declaration
        {
            Production = "The Lantern Coast",
            Title = "=Missing line",
            Description = "The voice of our lead actor is cloned for the line that the wind took.",
            Tools = [new Tool("Vocalis")],
            Use = IntendedUse.Performance,
            FinalDeliverable = Answer.Yes,
            Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.No, Answer.No),
        },
        new Submitter("Robin Vale", "robin@artdept.example", "en"),
        Channel.Form,
        "form:1",
        "00");
}
