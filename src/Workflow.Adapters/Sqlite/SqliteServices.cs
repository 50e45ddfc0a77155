using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

/// <summary>Registers the store of an installation that is one process.</summary>
public static class SqliteServices
{
    /// <summary>
    /// Keeps streams, lists, due times, effects, quarantine, codes and chats in <c>approvals.db</c> under
    /// <see cref="StorageOptions.Path"/>; opened, and brought to its newest shape, at its first use.
    /// </summary>
    public static IServiceCollection AddSqliteStore(this IServiceCollection services)
    {
        services.AddStorageOptions();
        services.AddSingleton<SqliteDatabase>();
        services.AddSingleton<StoreSignals>();
        services.AddSingleton<IEventStore, SqliteEventStore>();
        services.AddSingleton<ISummaries, SqliteSummaries>();
        services.AddSingleton<IOutbox, SqliteOutbox>();
        services.AddSingleton<IAlarms, SqliteAlarms>();
        services.AddSingleton<IQuarantine, SqliteQuarantine>();
        services.AddSingleton<ICodeStore, SqliteCodes>();
        services.AddSingleton<IConversations, SqliteConversations>();
        services.AddSingleton<IMailLog, SqliteMailLog>();
        services.AddSingleton<IDigestChoices, SqliteDigestChoices>();
        return services;
    }
}
