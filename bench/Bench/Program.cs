using Bench;

// Closed loops: each of n clients sends its next piece of work once the last one is done.
const int Seconds = 5;
const int Summaries = 100_000;
switch (args)
{
    case ["store" or "http", ..] when Number(args, Seconds) is { } seconds:
        var duration = TimeSpan.FromSeconds(seconds);
        await (args[0] == "store" ? StoreBench.RunAsync(duration) : HttpBench.RunAsync(duration));
        return 0;
    case ["mail", ..] when Number(args, Seconds) is { } seconds:
        return await MailBench.RunAsync(TimeSpan.FromSeconds(seconds));
    case ["classify", ..] when Number(args, Seconds) is { } seconds:
        return ClassifyBench.Run(TimeSpan.FromSeconds(seconds));
    case ["azurite", ..] when Number(args, Summaries) is { } many && many >= AzuriteBench.Few:
        return await AzuriteBench.RunAsync(many);
    default:
        await Console.Error.WriteLineAsync("usage: dotnet run -c Release --project bench/Bench -- store [SECONDS] | http [SECONDS] | mail [SECONDS] | classify [SECONDS] | azurite [SUMMARIES]");
        return 2;
}

static int? Number(string[] args, int otherwise) => args switch
{
    [_] => otherwise,
    [_, var text] when int.TryParse(text, out var number) && number > 0 => number,
    _ => null,
};
