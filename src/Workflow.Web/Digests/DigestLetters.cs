using Workflow.Core.Approval;
using Workflow.Web.Following;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Wording;

namespace Workflow.Web.Digests;

/// <summary>What digests say: of each matter no more than the policy clears for mail, and a link to the rest.</summary>
public static class DigestLetters
{
    /// <summary>What waits for an approver.</summary>
    /// <param name="digest">Which.</param>
    /// <param name="matters">Those that are listed, in its order.</param>
    /// <param name="now">The instant from which time is counted.</param>
    /// <param name="stop">Where digests are switched off.</param>
    public static Letter Daily(Digest.Daily digest, IEnumerable<DailyMatter> matters, DateTimeOffset now, Uri stop)
    {
        var count = digest.Asks.Count;
        return new(
            Counted.Of(count, $"{count} requests wait for your decision"),
            [
                new Part.Paragraph($"Dear {digest.Person.Name},"),
                new Part.Paragraph(Counted.Of(count, $"{count} requests wait for your decision. What is due first comes first.")),
                .. matters.SelectMany(matter => Waiting(matter, now)),
                .. More(count),
                .. SmallPrint($"You get this once on a working day on which something waits for you.", stop),
            ]);
    }

    /// <summary>Where a submitter's open requests stand.</summary>
    /// <param name="digest">Which.</param>
    /// <param name="matters">Those that are listed, in its order.</param>
    /// <param name="now">The instant from which time is counted.</param>
    /// <param name="stop">Where digests are switched off.</param>
    public static Letter Weekly(Digest.Weekly digest, IEnumerable<WeeklyMatter> matters, DateTimeOffset now, Uri stop)
    {
        var count = digest.Requests.Count;
        return new(
            Counted.Of(count, $"{count} of your requests are open"),
            [
                new Part.Paragraph($"Dear {digest.Requests[^1].Submission.Submitter.Name},"),
                new Part.Paragraph(Counted.Of(count, $"{count} of your requests are open. Please do not start before you have the answer.")),
                .. matters.SelectMany(matter => Standing(matter, now)),
                .. More(count),
                .. SmallPrint($"You get this once a week while something of yours is open.", stop),
            ]);
    }

    private static Part[] Waiting(DailyMatter matter, DateTimeOffset now) =>
    [
        matter.Disclosed.Facts(ApproverLetters.AnswerBy(matter.Open.Ask), TimeLeft(matter.Open.Ask.Clock.Due, now)),
        new Part.Link($"Read and decide {matter.Open.Request.Id}", matter.Page),
    ];

    private static Part[] Standing(WeeklyMatter matter, DateTimeOffset now) =>
    [
        matter.Disclosed.Facts(
        [
            new Fact($"Status", SubmitterWords.Now(matter.Request)),
            .. matter.Request.Question is { } question
                ? [SubmitterLetters.AnswerBy(matter.Request, question), TimeLeft(question.Clock.Due, now)]
                : Array.Empty<Fact>(),
        ]),
        matter.Request.Question is null
            ? new Part.Link($"See where {matter.Request.Id} stands", matter.Page)
            : new Part.Link($"Answer for {matter.Request.Id}", matter.Page),
    ];

    private static Fact TimeLeft(DateTimeOffset due, DateTimeOffset now) => new($"Time", Wording.TimeLeft.Until(due, now));

    private static IEnumerable<Part> More(int count) => count > Digest.Most
        ? [new Part.Paragraph(Counted.Of(count - Digest.Most, $"{count - Digest.Most} more are not listed here."))]
        : [];

    private static Part[] SmallPrint(Text often, Uri stop) =>
    [
        new Part.SmallPrint(Phrase.Sentences([often, $"Questions and answers reach you all the same, each in a mail of its own."])),
        new Part.Link($"Send me no more of these", stop),
    ];
}

/// <summary>An open question with what a mail may say of it.</summary>
/// <param name="Open">The question.</param>
/// <param name="Disclosed">What is cleared.</param>
/// <param name="Page">Where it is decided.</param>
public sealed record DailyMatter(OpenAsk Open, Disclosed Disclosed, Uri Page);

/// <summary>An open request with what a mail may say of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Disclosed">What is cleared.</param>
/// <param name="Page">Where its submitter sees it.</param>
public sealed record WeeklyMatter(RequestState Request, Disclosed Disclosed, Uri Page);
