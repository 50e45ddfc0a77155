using Adapters.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Files;

namespace Adapters.Tests.Files;

public sealed class FilePolicyArchiveTests : PolicyArchiveContract
{
    private string Folder => Path.Combine(Data, "policies");

    private protected override Task<IEnumerable<KeyValuePair<string, string?>>> AddArchiveAsync(IServiceCollection services)
    {
        services.AddPolicyArchive();
        return Task.FromResult<IEnumerable<KeyValuePair<string, string?>>>([new("Storage:Path", Data)]);
    }

    private protected override Task RewriteAsync(string name, Func<string, string> change)
    {
        var kept = Path.Combine(Folder, name);
        File.WriteAllText(kept, change(File.ReadAllText(kept)));
        return Task.CompletedTask;
    }

    private protected override Task<int> CountAsync() => Task.FromResult(Directory.EnumerateFiles(Folder).Count());
}
