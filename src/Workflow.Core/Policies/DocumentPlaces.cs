using Workflow.Core.Documents;

namespace Workflow.Core.Policies;

/// <summary>Finds the place of a part by its path, to say there what is wrong.</summary>
internal sealed class DocumentPlaces(Node root, ProblemList problems)
{
    private readonly Dictionary<string, Place> _places = root.All()
        .GroupBy(n => n.Path, StringComparer.Ordinal).ToDictionary(g => g.Key, g => g.First().Place, StringComparer.Ordinal);

    public bool HasErrors => problems.HasErrors;

    public void Error(string path, string message, string remedy) => problems.Error(At(path), message, remedy);

    public void Warning(string path, string message, string remedy) => problems.Warning(At(path), message, remedy);

    // What is missing is shown where it should stand: at the nearest part that is there.
    private Place At(string path)
    {
        while (path.Length > 0)
        {
            if (_places.TryGetValue(path, out var place))
            {
                return place;
            }

            path = path[..Math.Max(0, path.LastIndexOfAny(['.', '[']))];
        }

        return root.Place;
    }
}
