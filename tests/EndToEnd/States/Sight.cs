using System.Text.RegularExpressions;
using EndToEnd.Browser;
using Web.Tests.Languages;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace EndToEnd.States;

/// <summary>One page that somebody concerned looks at, and the words that tell them how things stand.</summary>
/// <param name="Name">Names its picture.</param>
/// <param name="FindAsync">Its address.</param>
/// <param name="Words">What it says, in English and in French; the admin's pages are in English alone.</param>
internal sealed partial record Sight(string Name, Func<Matter, Task<string>> FindAsync, params IReadOnlyList<(string English, string? French)> Words)
{
    /// <summary>The width of a window on a desk, and that of the smallest phone, in pixels.</summary>
    public const int Desk = 1000;
    private const int Phone = 320;

    // What is marked as a code is meant to be one: the number of a request, the name of a rule.
    private const string WithoutCodes = """
        () => {
          const body = document.body.cloneNode(true);
          body.querySelectorAll('.code, code').forEach(code => code.remove());
          return body.textContent;
        }
        """;

    // The words that programs use, as far as no person would.
    private static readonly IReadOnlyList<string> Codes =
    [
        .. new[] { Wire.All<InputKind>(), Wire.All<FindingCode>(), Wire.All<RequestStatus>(), Wire.All<ConsentKind>(), Wire.All<Capacity>(), Wire.All<DecisionKind>() }
            .SelectMany(words => words).Where(word => word.Contains('-', StringComparison.Ordinal)),
        Matter.Executive,
        Matter.Talent,
    ];

    /// <summary>Whether it is looked at only where the rest is in English too.</summary>
    public bool IsAdmins => Words.All(w => w.French is null);

    public static Sight Submitter(params IReadOnlyList<(string, string?)> words) => OfSubmitter("submitter", "/request", words);

    public static Sight OfSubmitter(string name, string page, params IReadOnlyList<(string, string?)> words) =>
        new(name, matter => Task.FromResult(matter.OfSubmitter(page)), words);

    public static Sight Approver(string name, Func<Matter, Ask> ask, params IReadOnlyList<(string, string?)> words) =>
        new(name, matter => Task.FromResult(matter.OfApprover(ask(matter), "/review")), words);

    public static Sight Checker(params IReadOnlyList<(string, string?)> words) =>
        new("consents", matter => Task.FromResult(matter.OfApprover(matter.Last(Matter.Talent), "/review/consents")), words);

    public static Sight Mail(
        string name, Func<Matter, string> to, (string English, string French) subject, params IReadOnlyList<(string, string?)> words) =>
        new($"mail-{name}", matter => matter.MailAsync(to(matter), matter.Tongue.Tag == "fr" ? subject.French : subject.English), words);

    public static Sight Inspector(params IReadOnlyList<string> words) =>
        new("inspector", matter => Task.FromResult($"/manage/requests/{matter.Request.Id}"), [.. words.Select(w => (w, (string?)null))]);

    public static Sight Admin(string name, string page, params IReadOnlyList<string> words) =>
        new(name, _ => Task.FromResult(page), [.. words.Select(w => (w, (string?)null))]);

    public static Sight Register(params IReadOnlyList<string> words) =>
        new("register", matter => Task.FromResult($"/manage/register?production={Uri.EscapeDataString(matter.Tongue.Production)}"), [.. words.Select(w => (w, (string?)null))]);

    /// <summary>Opens it, keeps a picture, and finds it in order: the words, the language, the narrowest screen.</summary>
    public async Task LookAsync(Matter matter, string state)
    {
        var language = matter.Tongue.Tag;
        var page = await matter.House.OpenAsync(await FindAsync(matter), language);
        await page.SetViewportSizeAsync(Desk, 900);
        await page.PictureAsync($"states/{language}/{state}-{Name}");

        var where = $"{state}, {Name}";
        var read = Spaces.Replace(await page.EvaluateAsync<string>(WithoutCodes), " ");
        foreach (var (english, french) in Words)
        {
            var word = language == "fr" ? french! : english;
            Assert.True(read.Contains(word, StringComparison.Ordinal), $"{where} does not say “{word}”, but: {read}");
        }

        if (!IsAdmins)
            Assert.DoesNotContain(Codes, code => read.Contains(code, StringComparison.Ordinal));
        if (language != "en" && !IsAdmins)
            await Foreign.AssertPageAsync(await page.ContentAsync(), InstalledLanguages.Find(language)!, where);

        await page.SetViewportSizeAsync(Phone, 900);
        Assert.True(await page.EvaluateAsync<int>("() => document.documentElement.scrollWidth") == Phone, $"{where} scrolls sideways on a phone.");
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces { get; }
}
