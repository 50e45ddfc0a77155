using System.Globalization;
using Microsoft.Data.Sqlite;
using Workflow.Core.Requests;

namespace Workflow.Adapters.Sqlite;

/// <summary>How the words of the core stand in columns. Instants are UTC ticks: they keep their full precision and sort.</summary>
internal static class Columns
{
    public static long ToColumn(this DateTimeOffset instant) => instant.UtcTicks;

    public static object? ToColumn(this DateTimeOffset? instant) => instant?.UtcTicks;

    public static DateTimeOffset ToInstant(this long column) => new(column, TimeSpan.Zero);

    public static DateTimeOffset GetInstant(this SqliteDataReader row, int column) => row.GetInt64(column).ToInstant();

    public static RequestId GetRequestId(this SqliteDataReader row, int column) =>
        RequestId.Parse(row.GetString(column), CultureInfo.InvariantCulture);
}
