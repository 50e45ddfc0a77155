using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Web.Languages;

/// <summary>
/// Reads a language's document: its <c>name</c>, its <c>plurals</c>, its <c>texts</c> by the English, and <c>places</c>,
/// the cities of time zones that it calls by names of its own. Whatever is wrong is told at once, so that a translator
/// need not start the service ten times.
/// </summary>
internal static class LanguageReader
{
    private const string Resource = "languages/en.json";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        AllowDuplicateProperties = false,
        ReadCommentHandling = JsonCommentHandling.Skip,
    };

    /// <summary>The English document, which is the catalogue of all texts.</summary>
    /// <exception cref="InvalidDataException">It is damaged.</exception>
    public static Language ReadCatalogue()
    {
        using var stream = typeof(LanguageReader).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not embedded.");
        using var reader = new StreamReader(stream);
        return Read("en", reader.ReadToEnd(), catalogue: null);
    }

    /// <summary>Reads one document.</summary>
    /// <param name="tag">BCP 47 tag, the name of the file.</param>
    /// <param name="json">Its text.</param>
    /// <param name="catalogue">What it translates; null for the catalogue itself.</param>
    /// <exception cref="InvalidDataException">With everything that is wrong.</exception>
    public static Language Read(string tag, string json, Language? catalogue)
    {
        var document = Parse(tag, json);
        var language = new Language
        {
            Tag = tag,
            Name = document.Name,
            Culture = catalogue is null ? CultureInfo.InvariantCulture : CultureInfo.GetCultureInfo(tag),
            Plurals = new PluralRules([.. document.Plurals]),
            Places = document.Places,
            Texts = document.Texts.ToDictionary(t => t.Key, t => (IReadOnlyDictionary<string, string>)Forms(t.Value), StringComparer.Ordinal),
        };
        string[] problems =
        [
            .. document.Plurals.Select(p => PluralRules.Problem(p.Key, p.Value)).OfType<string>(),
            .. language.Texts.SelectMany(t => Problems(t.Key, t.Value, language, catalogue)),
        ];
        return problems.Length == 0
            ? language
            : throw new InvalidDataException($"The language document {tag}.json cannot be used:\n{string.Join('\n', problems)}");
    }

    private static LanguageDocument Parse(string tag, string json)
    {
        try
        {
            return JsonSerializer.Deserialize<LanguageDocument>(json, Strict)
                ?? throw new InvalidDataException($"The language document {tag}.json is empty.");
        }
        catch (JsonException e)
        {
            throw new InvalidDataException($"The language document {tag}.json cannot be read: {e.Message}", e);
        }
    }

    private static Dictionary<string, string> Forms(JsonElement value) => value.ValueKind switch
    {
        JsonValueKind.String => new Dictionary<string, string> { [PluralRules.Other] = value.GetString()! },
        JsonValueKind.Object => value.EnumerateObject().ToDictionary(p => p.Name, p => p.Value.ToString(), StringComparer.Ordinal),
        _ => new Dictionary<string, string>(),
    };

    private static IEnumerable<string> Problems(
        string key, IReadOnlyDictionary<string, string> forms, Language language, Language? catalogue)
    {
        IReadOnlyDictionary<string, string>? english = null;
        if (catalogue is not null && !catalogue.Texts.TryGetValue(key, out english))
        {
            yield return $"'{key}' is no text of this version; take it out, or correct it to the English.";
        }

        if (!forms.ContainsKey(PluralRules.Other) || forms.Values.Any(string.IsNullOrWhiteSpace))
        {
            yield return $"'{key}' has no words.";
        }

        if (forms.Keys.Except(language.Plurals.Forms).FirstOrDefault() is { } unknown)
        {
            yield return $"'{key}' has a form '{unknown}' that plurals does not name.";
        }

        // A form for exactly one may leave the number out; any other says all there is to say.
        foreach (var (form, words) in forms)
        {
            var holes = Template.Holes(words);
            if (holes.Except(Template.Holes(key)).Any() || (form == PluralRules.Other && !holes.SequenceEqual(Template.Holes(key))))
            {
                yield return $"'{key}' and its translation do not have the same holes: '{words}'.";
            }
        }

        if (english?.Count == 1 && forms.Count > 1)
        {
            yield return $"'{key}' counts nothing, so it has one form.";
        }
    }

    private sealed record LanguageDocument
    {
        public required string Name { get; init; }

        public Dictionary<string, string> Plurals { get; init; } = [];

        public Dictionary<string, string> Places { get; init; } = [];

        public required Dictionary<string, JsonElement> Texts { get; init; }
    }
}
