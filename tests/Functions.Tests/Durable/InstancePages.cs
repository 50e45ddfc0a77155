using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Functions.Tests.Durable;

/// <summary>A list of instances, cut into pages.</summary>
internal sealed class InstancePages(IReadOnlyList<OrchestrationMetadata> all) : AsyncPageable<OrchestrationMetadata>
{
    public override async IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default)
    {
        await Task.CompletedTask;
        var size = pageSizeHint ?? 100;
        for (var from = int.Parse(continuationToken ?? "0", CultureInfo.InvariantCulture); from == 0 || from < all.Count; from += size)
        {
            var next = from + size < all.Count ? (from + size).ToString(CultureInfo.InvariantCulture) : null;
            yield return new Page<OrchestrationMetadata>([.. all.Skip(from).Take(size)], next);
        }
    }
}
