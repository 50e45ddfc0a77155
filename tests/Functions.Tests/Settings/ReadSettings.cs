using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Primitives;

namespace Functions.Tests.Settings;

/// <summary>A configuration that remembers what it was asked for.</summary>
internal sealed class ReadSettings(IReadOnlyDictionary<string, string> settings) : IConfigurationSource, IConfigurationProvider
{
    private readonly HashSet<string> _read = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Every key somebody asked for, whether it is set or not.</summary>
    public IReadOnlySet<string> Keys => _read;

    public IConfigurationProvider Build(IConfigurationBuilder builder) => this;

    public bool TryGet(string key, out string? value)
    {
        _read.Add(key);
        return settings.TryGetValue(key, out value);
    }

    public IEnumerable<string> GetChildKeys(IEnumerable<string> earlierKeys, string? parentPath)
    {
        var prefix = parentPath is null ? "" : parentPath + ConfigurationPath.KeyDelimiter;
        return earlierKeys.Concat(settings.Keys
            .Where(key => key.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            .Select(key => key[prefix.Length..].Split(ConfigurationPath.KeyDelimiter)[0]));
    }

    public IChangeToken GetReloadToken() => new CancellationChangeToken(CancellationToken.None);

    public void Set(string key, string? value) => throw new NotSupportedException();

    public void Load()
    {
    }
}
