using Bench;

// A closed loop: each of n clients sends its next piece of work once the last one is acknowledged.
switch (args)
{
    case ["store"]:
        await StoreBench.RunAsync(TimeSpan.FromSeconds(5));
        return 0;
    case ["store", var seconds] when int.TryParse(seconds, out var duration) && duration > 0:
        await StoreBench.RunAsync(TimeSpan.FromSeconds(duration));
        return 0;
    case ["azurite"]:
        return await AzuriteBench.RunAsync(100_000);
    case ["azurite", var summaries] when int.TryParse(summaries, out var many) && many >= AzuriteBench.Few:
        return await AzuriteBench.RunAsync(many);
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project bench/Bench -- store [SECONDS] | azurite [SUMMARIES]");
        return 2;
}
