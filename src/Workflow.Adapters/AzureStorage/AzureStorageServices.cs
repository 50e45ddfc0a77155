using Azure.Core;
using Azure.Data.Tables;
using Azure.Identity;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Workflow.Adapters.AzureStorage.Index;
using Workflow.Adapters.AzureStorage.Streams;
using Workflow.Adapters.Files;
using Workflow.Adapters.Graph.Mail;
using Workflow.Adapters.Graph.People;
using Workflow.Core.Ports;

namespace Workflow.Adapters.AzureStorage;

/// <summary>Registers the store of a serverless installation.</summary>
public static class AzureStorageServices
{
    /// <summary>
    /// Keeps streams, lists, due times, effects, quarantine, codes, chats and the log of mails in tables and contents in blobs of the account
    /// that <see cref="AzureStorageOptions"/> names; tables and container are made at their first use. Any number of
    /// processes may share them. Signs in by a registered <see cref="TokenCredential"/>, or else by <see cref="DefaultAzureCredential"/>.
    /// </summary>
    public static IServiceCollection AddAzureStorage(this IServiceCollection services)
    {
        services.AddAzureStorageOptions();
        services.AddLogging();
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton(s => new TablesAccount(Tables(s), OptionsOf(s).Prefix));
        services.AddSingleton(s => new LazyContainer(Blobs(s).GetBlobContainerClient(OptionsOf(s).Prefix)));
        services.AddSingleton<StreamTable>();
        services.AddSingleton<StreamCommits>();
        services.AddSingleton<IndexTable>();
        services.AddSingleton<IndexKeeper>();
        services.AddSingleton<IEventStore, TablesEventStore>();
        services.AddSingleton<ISummaries, TablesSummaries>();
        services.AddSingleton<IOutbox, TablesOutbox>();
        services.AddSingleton<IAlarms, TablesAlarms>();
        services.AddSingleton<IQuarantine, TablesQuarantine>();
        services.AddSingleton<ICodeStore, TablesCodes>();
        services.AddSingleton<IConversations, TablesConversations>();
        services.AddSingleton<IDigestChoices, TablesDigestChoices>();
        services.AddSingleton<IMailLog, TablesMailLog>();
        services.AddSingleton<IDeltaLinks, TablesDeltaLinks>();
        services.AddSingleton<IKeptPeople, BlobKeptPeople>();
        services.AddSingleton<IBlobs, AzureBlobs>();
        return services;
    }

    /// <summary>
    /// Keeps the text of every policy that was in force as blobs under <c>policies/</c>, beside the contents: requests
    /// in flight are judged to their end by the one that judged them first. Takes <see cref="AddAzureStorage"/>.
    /// </summary>
    public static IServiceCollection AddPolicyBlobs(this IServiceCollection services) =>
        services.AddSingleton<IPolicyArchive, BlobPolicyArchive>();

    /// <summary>Binds and validates the options and says how to sign in; harmless when several ask for it.</summary>
    internal static void AddAzureStorageOptions(this IServiceCollection services)
    {
        services.AddOptions<AzureStorageOptions>()
            .BindConfiguration(AzureStorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.TryAddSingleton<TokenCredential>(_ => new DefaultAzureCredential());
    }

    private static TableServiceClient Tables(IServiceProvider services) => OptionsOf(services) switch
    {
        { ConnectionString: { Length: > 0 } connection } => new TableServiceClient(connection, Patience.Of(new TableClientOptions())),
        var options => new TableServiceClient(
            options.TableEndpoint, services.GetRequiredService<TokenCredential>(), Patience.Of(new TableClientOptions())),
    };

    private static BlobServiceClient Blobs(IServiceProvider services) => OptionsOf(services) switch
    {
        { ConnectionString: { Length: > 0 } connection } => new BlobServiceClient(connection, Patience.Of(new BlobClientOptions())),
        var options => new BlobServiceClient(
            options.BlobEndpoint, services.GetRequiredService<TokenCredential>(), Patience.Of(new BlobClientOptions())),
    };

    private static AzureStorageOptions OptionsOf(IServiceProvider services) =>
        services.GetRequiredService<IOptions<AzureStorageOptions>>().Value;
}
