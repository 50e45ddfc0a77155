using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What submitters are told.</summary>
/// <remarks>
/// Where the tier is <see cref="Tier.Written"/>, or not known yet, a mail repeats neither the declaration nor what
/// others wrote about it (design promise 12): that stays behind the link.
/// </remarks>
public static class SubmitterLetters
{
    /// <summary>It is here.</summary>
    public static Letter Received(RequestState request, Uri page) => new(
        $"We have your declaration: {request.Declaration.Title}",
        [
            Greeting(request),
            new Part.Paragraph("Thank you for telling us. Your declaration is here and is being checked against the production's policy. You will get a mail when there is an answer, or a question."),
            Facts(request),
            new Part.Paragraph("Please do not start before you have the answer."),
            new Part.Button("See where it stands", page),
            SmallPrint,
        ]);

    /// <summary>Fields are missing.</summary>
    public static Letter CompletionNeeded(RequestState request, OpenQuestion question, Uri page) => new(
        $"Something is missing: {request.Declaration.Title}",
        [
            Greeting(request),
            new Part.Paragraph("Thank you for telling us. Before anybody can judge it we need from you:"),
            Missing(question),
            Facts(request, AnswerBy(request, question)),
            new Part.Paragraph("We never guess these answers. What you have sent so far is kept and stands in the form already. Without them the request expires, and nothing is approved."),
            new Part.Button("Complete the declaration", page),
            SmallPrint,
        ]);

    /// <summary>An approver asks something.</summary>
    public static Letter InformationNeeded(RequestState request, OpenQuestion question, Uri page) => new(
        $"A question for you: {request.Declaration.Title}",
        [
            Greeting(request),
            new Part.Paragraph("Somebody who has to decide on your request would like to know more."),
            .. Question(request, question),
            Facts(request, AnswerBy(request, question)),
            new Part.Paragraph("Until you answer, nobody's time runs but yours. Without an answer the request expires, and nothing is approved."),
            new Part.Button("Answer the question", page),
            SmallPrint,
        ]);

    /// <summary>The answer is still missing, whether to a question or to what the declaration leaves out.</summary>
    public static Letter InformationReminder(RequestState request, OpenQuestion question, DateTimeOffset now, Uri page) => new(
        $"Reminder: {request.Declaration.Title}",
        [
            Greeting(request),
            new Part.Paragraph($"We are still waiting for your answer: {TimeLeft.Until(question.Clock.Due, now)}. Without it the request expires, and nothing is approved."),
            .. question.Text is null ? [Missing(question)] : Question(request, question),
            Facts(request, AnswerBy(request, question)),
            new Part.Button(question.Text is null ? "Complete the declaration" : "Answer the question", page),
            SmallPrint,
        ]);

    /// <summary>It is over.</summary>
    public static Letter Closed(RequestState request, Outcome outcome, Uri page) => new(
        $"{StateWords.Name(outcome.Kind)}: {request.Declaration.Title}",
        [
            Greeting(request),
            new Part.Paragraph(StateWords.Ended(outcome)),
            .. Conditions(request, outcome),
            .. Reason(request, outcome),
            Facts(request, outcome.ValidUntil is { } until ? [new Fact("Valid until", Moment.InZone(until, Zone(request)))] : []),
            new Part.Paragraph(WhatNow(outcome.Kind)),
            new Part.Button("See the decision", page),
            SmallPrint,
        ]);

    /// <summary>The signed record is ready.</summary>
    public static Letter RecordReady(RequestState request, Uri record) => new(
        $"The signed record is ready: {request.Declaration.Title}",
        [
            Greeting(request),
            new Part.Paragraph("The approval is written down and signed: what it covers, its conditions, how long it holds, and who decided when. Keep it with the production's papers; anybody can verify it later, also offline."),
            Facts(request),
            new Part.Button("Get the record", record),
        ]);

    private static Part.SmallPrint SmallPrint { get; } =
        new("The link is yours alone: please do not forward it.");

    private static Part.Paragraph Greeting(RequestState request) => new($"Dear {request.Submission.Submitter.Name},");

    private static Part.Facts Facts(RequestState request, params IEnumerable<Fact> more) => new(
        [
            new Fact("Request", request.Id.ToString()),
            new Fact("Title", request.Declaration.Title),
            .. request.Declaration.Production is { } production ? [new Fact("Production", production)] : Array.Empty<Fact>(),
            .. more,
        ]);

    private static Fact AnswerBy(RequestState request, OpenQuestion question) =>
        new("Please answer by", Moment.InZone(question.Clock.Due, Zone(request)));

    private static Part.Bullets Missing(OpenQuestion question) => new([.. question.Fields.Select(FieldWords.Label)]);

    private static IEnumerable<Part> Question(RequestState request, OpenQuestion question) =>
        IsGuarded(request)
            ? [new Part.Paragraph("The question is shown behind the link and not in this mail, because it may be confidential.")]
            : [new Part.Quote(question.Text!)];

    private static IEnumerable<Part> Conditions(RequestState request, Outcome outcome) =>
        outcome.Conditions.Count == 0 ? []
        : IsGuarded(request) ? [new Part.Paragraph("The conditions stand behind the link and in the record, not in this mail, because they may be confidential. Read them before you start.")]
        : [new Part.Paragraph("It holds under these conditions:"), new Part.Bullets(outcome.Conditions)];

    private static IEnumerable<Part> Reason(RequestState request, Outcome outcome) =>
        outcome.Reason is not { Length: > 0 } reason ? []
        : IsGuarded(request) ? [new Part.Paragraph("The reason is shown behind the link.")]
        : [new Part.Quote(reason)];

    private static string WhatNow(OutcomeKind kind) => kind switch
    {
        OutcomeKind.Acknowledged => "If anything changes, the tool, what goes in or where it ends up, please declare it again.",
        OutcomeKind.Approved => "A signed record follows. If anything changes, the tool, what goes in or where it ends up, please declare it again.",
        OutcomeKind.Rejected => "If you can do it differently, declare that as a new request.",
        OutcomeKind.Expired => "You can declare it again; if it is urgent, speak to your contact first.",
        OutcomeKind.Withdrawn => "Nothing more happens with it. You can declare it again at any time.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    private static bool IsGuarded(RequestState request) => request.Assessment is null or { Tier: Tier.Written };

    private static string Zone(RequestState request) => request.Assessment?.Route.Terms.Office.TimeZone ?? "UTC";
}
