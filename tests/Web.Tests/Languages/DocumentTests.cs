using System.Reflection;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Web.Tests.Languages;

/// <summary>The documents of languages hold what the product says: all of it, and nothing else.</summary>
public sealed class DocumentTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    public static TheoryData<string> Tags => [.. InstalledLanguages.All.Select(l => l.Tag)];

    [Fact]
    public void French_is_installed() => Assert.Equal("Français", InstalledLanguages.Find("fr-CA")?.Name);

    [Theory]
    [MemberData(nameof(Tags))]
    public void Document_has_every_text_that_is_said(string tag)
    {
        var missing = TextsInUse.Keys.Except(InstalledLanguages.Find(tag)!.Texts.Keys).ToList();

        Assert.True(missing.Count == 0, $"Languages/{tag}.json lacks:\n{string.Join('\n', missing.Select(Line))}");
    }

    [Theory]
    [MemberData(nameof(Tags))]
    public void Document_has_no_text_that_is_not_said(string tag)
    {
        var stale = InstalledLanguages.Find(tag)!.Texts.Keys.Except(TextsInUse.Keys).ToList();

        Assert.True(stale.Count == 0, $"Languages/{tag}.json has what nobody says any more:\n{string.Join('\n', stale.Select(Line))}");
    }

    [Fact]
    public void English_says_its_keys() => Assert.All(
        Language.English.Texts, text => Assert.Equal(text.Key, text.Value[PluralRules.Other]));

    [Theory]
    [MemberData(nameof(Tags))]
    public void Text_that_counts_has_every_form(string tag)
    {
        var language = InstalledLanguages.Find(tag)!;
        var counted = Language.English.Texts.Where(t => t.Value.Count > 1).Select(t => t.Key);

        Assert.All(counted, key => Assert.Equal(language.Plurals.Forms.Order(), language.Texts[key].Keys.Order()));
    }

    [Fact]
    public void Reason_that_the_process_gives_is_said_in_french()
    {
        var reasons = typeof(Outcome).Assembly.GetTypes().SelectMany(Instructions.Methods).SelectMany(Reasons).Distinct().ToList();

        Assert.NotEmpty(reasons);
        Assert.All(reasons, r => Assert.NotEqual(
            r, OutcomeWords.Reason(new Outcome(OutcomeKind.Expired, [], null, r))!.In(InstalledLanguages.Find("fr")!)));
    }

    // The reason is what an outcome is made with last.
    private static IEnumerable<string> Reasons(MethodBase method)
    {
        object? last = null;
        foreach (var operand in Instructions.Of(method))
        {
            if (last is string reason && operand is ConstructorInfo { DeclaringType: var type } && type == typeof(Outcome))
            {
                yield return reason;
            }

            last = operand;
        }
    }

    private static string Line(string key) =>
        $"    {JsonSerializer.Serialize(key, Plain).Replace("\\u0027", "'", StringComparison.Ordinal)}: \"\",";
}
