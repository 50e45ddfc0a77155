using System.CommandLine;
using Spectre.Console;
using Workflow.Core.Policies;
using Workflow.Core.Policies.Simulation;
using Command = System.CommandLine.Command;

namespace LocalHost.Commands;

/// <summary><c>approvals policy simulate</c>: what stored requests would become under another policy. Reads only; a server may run meanwhile.</summary>
internal static class SimulateCommand
{
    public static Command Create()
    {
        var policy = PolicyOption.Create();
        var data = new Option<DirectoryInfo>("--data") { Description = "The data folder of the installation.", DefaultValueFactory = _ => new DirectoryInfo("data") };
        var csv = new Option<FileInfo?>("--csv") { Description = "Also write every request to this file, changed or not." };
        var command = new Command(
            "simulate", "Tell what stored requests would become under a policy. Exit code 0: none laxer, 1: some would be asked less, 2: could not be read.") { policy, data, csv };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(policy), parsed.GetRequiredValue(data), parsed.GetValue(csv), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(FileInfo policyFile, DirectoryInfo data, FileInfo? csv, CancellationToken cancellationToken)
    {
        if (Loaded.Policy(policyFile) is not { } policy)
        {
            return ExitCode.Failed;
        }

        if (!StoredRequests.AreIn(data))
        {
            await Console.Error.WriteLineAsync($"There are no requests in {data}. Name the data folder of an installation with --data.");
            return ExitCode.Failed;
        }

        var simulated = await SimulateAsync(policy, data, cancellationToken);
        if (csv is not null)
        {
            await File.WriteAllTextAsync(csv.FullName, SimulationSheet.Of(simulated), cancellationToken);
        }

        Wide.IfRedirected();
        SimulationTable.Write(AnsiConsole.Console, simulated);
        return simulated.Exists(s => s.IsLaxer) ? ExitCode.No : ExitCode.Fine;
    }

    private static async Task<List<Simulated>> SimulateAsync(Policy policy, DirectoryInfo data, CancellationToken cancellationToken)
    {
        await using var stored = new StoredRequests(data);
        var simulated = new List<Simulated>();
        await foreach (var request in stored.AllAsync(cancellationToken))
        {
            if (Simulated.Of(request, policy) is { } one)
            {
                simulated.Add(one);
            }
        }

        return simulated;
    }
}
