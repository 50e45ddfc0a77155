namespace Workflow.Core.People;

/// <summary>Finds people who lead back to themselves.</summary>
internal static class Circle
{
    /// <summary>A way from somebody back to the same, without the return; null when there is none.</summary>
    public static List<string>? From(string start, Func<string, IReadOnlyList<string>> next)
    {
        var cameFrom = new Dictionary<string, string>(StringComparer.Ordinal);
        var waiting = new Queue<string>([start]);
        while (waiting.TryDequeue(out var id))
        {
            foreach (var other in next(id))
            {
                if (other == start)
                {
                    return Way(id);
                }

                if (cameFrom.TryAdd(other, id))
                {
                    waiting.Enqueue(other);
                }
            }
        }

        return null;

        List<string> Way(string end)
        {
            var way = new List<string> { end };
            while (way[^1] != start)
            {
                way.Add(cameFrom[way[^1]]);
            }

            way.Reverse();
            return way;
        }
    }
}
