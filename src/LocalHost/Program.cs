using System.CommandLine;
using LocalHost.Commands;

var root = new RootCommand("Approvals: decides whether, and on what terms, generative AI may be used in a production.")
{
    ServeCommand.Create(),
    DemoCommand.Create(),
    SubmitCommand.Create(),
    RecordCommand.Create(),
    ClassifyCommand.Create(),
    PolicyCommand.Create(),
    DirectoryCommand.Create(),
};
root.SetAction((_, cancellationToken) => ServeCommand.RunAsync(null, null, cancellationToken));
return await root.Parse(args).InvokeAsync();
