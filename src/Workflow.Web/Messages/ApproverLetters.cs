using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What asked people are told.</summary>
/// <remarks>
/// In tier <see cref="Tier.Written"/> a mail holds no more than title, production and tier (design promise 12): the
/// declaration and its findings stay behind the link.
/// </remarks>
public static class ApproverLetters
{
    private const int Excerpt = 600;

    /// <summary>The question.</summary>
    public static Letter Asked(RequestState request, Ask ask, Uri page) => new(
        $"{TierWords.Request(request.Assessment!.Tier)}: {request.Declaration.Title}",
        [
            Greeting(ask.Person),
            new Part.Paragraph($"{request.Submission.Submitter.Name} wants to use generative AI in {request.Declaration.Production}. {AskedAs(request, ask)}"),
            Facts(request, ask),
            .. Substance(request),
            new Part.Paragraph(Silence.LeadsTo(request, ask)),
            new Part.Button("Read and decide", page),
            .. SmallPrint(request),
        ]);

    /// <summary>The question again.</summary>
    public static Letter Reminded(RequestState request, Ask ask, DateTimeOffset now, Uri page) => new(
        $"Reminder: {request.Declaration.Title}",
        [
            Greeting(ask.Person),
            new Part.Paragraph($"Your decision on this is still missing: {TimeLeft.Until(ask.Clock.Due, now)}."),
            Facts(request, ask),
            new Part.Paragraph(Silence.LeadsTo(request, ask)),
            new Part.Button("Read and decide", page),
            .. SmallPrint(request),
        ]);

    /// <summary>The question is settled without them.</summary>
    public static Letter Retired(RequestState request, Ask ask) => new(
        $"Settled, nothing left to do: {request.Declaration.Title}",
        [
            Greeting(ask.Person),
            new Part.Paragraph($"We asked you about this on {Moment.InZone(ask.AskedAt, Zone(ask))}. You need not answer any more. {RetirementWords.Reason(request, ask)}"),
            new Part.Facts(
                new Fact("Request", request.Id.ToString()),
                new Fact("Title", request.Declaration.Title),
                new Fact("Production", request.Declaration.Production ?? "")),
            new Part.Paragraph("Thank you for having been there to be asked. The link in the earlier message no longer decides anything."),
        ]);

    private static Part.Paragraph Greeting(Person person) => new($"Dear {person.Name},");

    private static string AskedAs(RequestState request, Ask ask)
    {
        var seat = StateWords.SeatTitle(request, ask.Seat);
        return ask.Candidate.Capacity switch
        {
            Capacity.Holder => $"You are asked for {seat}.",
            Capacity.Deputy => $"You are asked for {seat} as deputy.",
            Capacity.Manager => $"You are asked for {seat} as manager, because no answer has come so far.",
            _ => throw new ArgumentOutOfRangeException(nameof(ask)),
        };
    }

    private static Part.Facts Facts(RequestState request, Ask ask) => new(
        new Fact("Request", request.Id.ToString()),
        new Fact("Title", request.Declaration.Title),
        new Fact("Production", request.Declaration.Production ?? ""),
        new Fact("Kind of decision", TierWords.Name(request.Assessment!.Tier)),
        new Fact("Please answer by", Moment.InZone(ask.Clock.Due, Zone(ask))));

    private static IEnumerable<Part> Substance(RequestState request)
    {
        if (request.Assessment!.Tier == Tier.Written)
        {
            return [new Part.Paragraph("What is intended, and why it needs you, is shown behind the link and not in this mail, because it may be confidential.")];
        }

        var reasons = request.Assessment.Findings.Select(f => $"{FindingWords.Name(f.Code)}. {FindingWords.Explanation(f.Code)}")
            .Concat(request.Assessment.Doubts.Select(d => d.Reason))
            .ToList();
        return
        [
            new Part.Quote(Phrase.Shorten(request.Declaration.Description, Excerpt)),
            .. reasons.Count == 0 ? [] : new Part[] { new Part.Paragraph("Why you are asked:"), new Part.Bullets(reasons) },
        ];
    }

    private static IEnumerable<Part> SmallPrint(RequestState request) =>
    [
        new Part.SmallPrint(
            (request.Assessment!.Route.Terms.SecondStep ? "To decide you will need a one-time code, which the page mails to this address. " : "")
            + "The link is yours alone: please do not forward it. Opening it decides nothing."),
    ];

    private static string Zone(Ask ask) => ask.Person.Calendar.TimeZone;
}
