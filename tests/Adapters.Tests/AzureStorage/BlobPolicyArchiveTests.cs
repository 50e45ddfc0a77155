using Adapters.Tests.Storage;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.AzureStorage;

namespace Adapters.Tests.AzureStorage;

public sealed class BlobPolicyArchiveTests(Azurite azurite) : PolicyArchiveContract
{
    private static int _made;

    private readonly string _prefix = $"policies{Interlocked.Increment(ref _made)}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected override async Task<IEnumerable<KeyValuePair<string, string?>>> AddArchiveAsync(IServiceCollection services)
    {
        services.AddAzureStorage().AddPolicyBlobs();
        return [new("AzureStorage:ConnectionString", await azurite.ConnectAsync()), new("AzureStorage:Prefix", _prefix)];
    }

    private protected override async Task RewriteAsync(string name, Func<string, string> change)
    {
        var kept = (await ContainerAsync()).GetBlobClient($"policies/{name}");
        var text = (await kept.DownloadContentAsync(Token)).Value.Content.ToString();
        await kept.UploadAsync(BinaryData.FromString(change(text)), overwrite: true, Token);
    }

    private protected override async Task<int> CountAsync() => await (await ContainerAsync()).GetBlobsAsync(cancellationToken: Token).CountAsync(Token);

    private async Task<BlobContainerClient> ContainerAsync() => new BlobServiceClient(await azurite.ConnectAsync()).GetBlobContainerClient(_prefix);
}
