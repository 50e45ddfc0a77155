using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What asked people are told.</summary>
public static class ApproverLetters
{
    private const int Excerpt = 600;

    /// <summary>The question.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ask">The ask.</param>
    /// <param name="disclosed">What may be said of it.</param>
    /// <param name="page">Where it is decided.</param>
    /// <param name="notices">What else waits for this person's notice; null where nothing does.</param>
    public static Letter Asked(RequestState request, Ask ask, Disclosed disclosed, Uri page, WaitingNotices? notices = null) => new(
        disclosed.Subject($"Please decide"),
        [
            Greeting(ask.Person),
            new Part.Paragraph($"{request.Submission.Submitter.Name} wants {disclosed.Intent}. {AskedAs(request, ask)}"),
            .. Handover(request, ask, disclosed),
            disclosed.Facts(AnswerBy(ask)),
            disclosed.Words($"What is intended", Phrase.Theirs(Phrase.Shorten(request.Declaration.Description, Excerpt))),
            .. disclosed.Findings(),
            new Part.Paragraph(Silence.LeadsTo(request, ask)),
            new Part.Button($"Read and decide", page),
            .. Together(notices),
            SmallPrint(request),
        ]);

    /// <summary>The question again.</summary>
    public static Letter Reminded(RequestState request, Ask ask, DateTimeOffset now, Disclosed disclosed, Uri page) => new(
        disclosed.Subject($"Reminder, please decide"),
        [
            Greeting(ask.Person),
            new Part.Paragraph($"Your decision on this is still missing: {TimeLeft.Until(ask.Clock.Due, now)}."),
            disclosed.Facts(AnswerBy(ask)),
            new Part.Paragraph(Silence.LeadsTo(request, ask)),
            new Part.Button($"Read and decide", page),
            SmallPrint(request),
        ]);

    /// <summary>The question is settled without them.</summary>
    public static Letter Retired(RequestState request, Ask ask, Disclosed disclosed) => new(
        disclosed.Subject($"Settled, nothing left to do"),
        [
            Greeting(ask.Person),
            new Part.Paragraph($"We asked you about this on {Moment.InZone(ask.AskedAt, Zone(ask))}. You need not answer any more. {RetirementWords.Reason(request, ask)}"),
            disclosed.Facts(),
            new Part.Paragraph($"Thank you for having been there to be asked. The link in the earlier message no longer decides anything."),
        ]);

    // What a person said on handing it on is theirs, like all that people wrote.
    internal static IEnumerable<Part> Handover(RequestState request, Ask ask, Disclosed disclosed)
    {
        if (HandoverWords.Reason(request, ask) is not { } reason)
        {
            return [];
        }

        return HandoverWords.Comment(request, ask) is { } comment
            ? [new Part.Paragraph(reason), disclosed.Words($"The comment", Phrase.Theirs(comment))]
            : [new Part.Paragraph(reason)];
    }

    private static IEnumerable<Part> Together(WaitingNotices? notices) => notices switch
    {
        null => [],
        { Count: { } count } => [new Part.Link(Counted.Of(count, $"Take note of your {count} notices together"), notices.Page)],
        _ => [new Part.Link($"Take note of your notices together", notices.Page)],
    };

    private static Part.Paragraph Greeting(Person person) => new($"Dear {person.Name},");

    internal static Text AskedAs(RequestState request, Ask ask)
    {
        var seat = StateWords.SeatTitle(request, ask.Seat);
        return ask.Candidate.Capacity switch
        {
            Capacity.Holder or Capacity.Delegate or Capacity.Assigned => $"You decide as {seat:lower}.",
            Capacity.Deputy => $"You decide as {seat:lower}, as deputy.",
            Capacity.Manager => $"You decide as {seat:lower}, as manager.",
            Capacity.OtherRole => $"You decide as {seat:lower}, because nobody of that role has answered.",
            _ => throw new ArgumentOutOfRangeException(nameof(ask)),
        };
    }

    internal static Fact AnswerBy(Ask ask) => new($"Please answer by", Moment.InZone(ask.Clock.Due, Zone(ask)));

    private static Part.SmallPrint SmallPrint(RequestState request) => new(request.Assessment!.Route.Terms.SecondStep
        ? (Text)$"To decide you will need a one-time code, which the page mails to this address. The link is yours alone: please do not forward it. Opening it decides nothing."
        : $"The link is yours alone: please do not forward it. Opening it decides nothing.");

    private static string Zone(Ask ask) => ask.Person.Calendar.TimeZone;
}
