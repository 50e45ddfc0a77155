using Bench;

// Closed loops: each of n clients sends its next piece of work once the last one is done.
var duration = args switch
{
    [_] => 5,
    [_, var seconds] when int.TryParse(seconds, out var given) && given > 0 => given,
    _ => 0,
};
switch (args.FirstOrDefault())
{
    case "store" when duration > 0:
        await StoreBench.RunAsync(TimeSpan.FromSeconds(duration));
        return 0;
    case "http" when duration > 0:
        await HttpBench.RunAsync(TimeSpan.FromSeconds(duration));
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project bench/Bench -- store|http [SECONDS]");
        return 2;
}
