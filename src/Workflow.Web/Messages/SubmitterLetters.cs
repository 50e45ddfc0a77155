using Workflow.Core.Approval;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What submitters are told.</summary>
public static class SubmitterLetters
{
    /// <summary>It is here.</summary>
    public static Letter Received(RequestState request, Disclosed disclosed, Uri page) => To(
        request,
        disclosed.Subject($"We have your declaration"),
        [
            new Part.Paragraph($"Thank you for telling us. Your declaration is here and is being checked against the production's policy. You will get a mail when there is an answer, or a question."),
            disclosed.Facts(),
            .. TouchesPeople(request.Declaration) ? [new Part.Paragraph($"It touches real people. Where the policy demands their consent, the page of your request says whose and to what, and takes the documents. Nothing is approved before they are there and checked.")] : Array.Empty<Part>(),
            new Part.Paragraph($"Please do not start before you have the answer."),
        ],
        $"See where it stands",
        page);

    /// <summary>Fields are missing.</summary>
    public static Letter CompletionNeeded(RequestState request, OpenQuestion question, Disclosed disclosed, Uri page) => To(
        request,
        disclosed.Subject($"Something is missing"),
        [
            new Part.Paragraph($"Thank you for telling us. Before anybody can judge it we need from you:"),
            Missing(question),
            disclosed.Facts(AnswerBy(request, question)),
            new Part.Paragraph($"We never guess these answers. What you have sent so far is kept and stands in the form already. Without them the request expires, and nothing is approved."),
        ],
        $"Complete the declaration",
        page);

    /// <summary>An approver asks something.</summary>
    public static Letter InformationNeeded(RequestState request, OpenQuestion question, Disclosed disclosed, Uri page) => To(
        request,
        disclosed.Subject($"A question for you"),
        [
            new Part.Paragraph($"Somebody who has to decide on your request would like to know more."),
            disclosed.Words($"The question", Phrase.Theirs(question.Text!)),
            disclosed.Facts(AnswerBy(request, question)),
            new Part.Paragraph($"Until you answer, nobody's time runs but yours. Without an answer the request expires, and nothing is approved."),
        ],
        $"Answer the question",
        page);

    /// <summary>The answer is still missing, whether to a question or to what the declaration leaves out.</summary>
    public static Letter InformationReminder(
        RequestState request, OpenQuestion question, DateTimeOffset now, Disclosed disclosed, Uri page) => To(
        request,
        disclosed.Subject($"Reminder, your answer is missing"),
        [
            new Part.Paragraph($"We are still waiting for your answer: {TimeLeft.Until(question.Clock.Due, now)}. Without it the request expires, and nothing is approved."),
            question.Text is { } text ? disclosed.Words($"The question", Phrase.Theirs(text)) : Missing(question),
            disclosed.Facts(AnswerBy(request, question)),
        ],
        question.Text is null ? (Text)$"Complete the declaration" : $"Answer the question",
        page);

    /// <summary>It is over.</summary>
    public static Letter Closed(RequestState request, Outcome outcome, Disclosed disclosed, Uri page) => To(
        request,
        disclosed.Subject(StateWords.Name(outcome.Kind)),
        [
            new Part.Paragraph(StateWords.Ended(outcome)),
            .. outcome.Conditions.Count > 0 ? [disclosed.List($"The conditions", [.. outcome.Conditions.Select(c => c.Text)])] : Array.Empty<Part>(),
            .. OutcomeWords.Reason(outcome) is { } reason ? [disclosed.Words($"The reason", reason)] : Array.Empty<Part>(),
            disclosed.Facts(outcome.ValidUntil is { } until ? [new Fact($"Valid until", Moment.InZone(until, Zone(request)))] : []),
            new Part.Paragraph(WhatNow(outcome)),
            .. HoldsOn(request) ? [new Part.Paragraph($"The version that was approved before still holds.")] : Array.Empty<Part>(),
        ],
        $"See the decision",
        page);

    /// <summary>The signed record is ready.</summary>
    public static Letter RecordReady(RequestState request, Disclosed disclosed, Uri record) => To(
        request,
        disclosed.Subject($"The signed record is ready"),
        [
            new Part.Paragraph($"The approval is written down and signed: what it covers, its conditions, how long it holds, and who decided when. Keep it with the production's papers; anybody can verify it later, also offline."),
            disclosed.Facts(),
        ],
        $"Get the record",
        record);

    /// <summary>A letter to the submitter: greeted first, then what is said, what to press, and what to know of the link.</summary>
    internal static Letter To(RequestState request, Text subject, IEnumerable<Part> said, Text label, Uri page) => new(
        subject,
        [
            new Part.Paragraph($"Dear {request.Submission.Submitter.Name},"),
            .. said,
            new Part.Button(label, page),
            new Part.SmallPrint($"The link is yours alone: please do not forward it."),
        ]);

    /// <summary>Until when an answer is awaited.</summary>
    internal static Fact AnswerBy(RequestState request, OpenQuestion question) =>
        new($"Please answer by", Moment.InZone(question.Clock.Due, Zone(request)));

    // The names of our own fields give nothing away, so they are listed whatever is cleared.
    private static Part.Bullets Missing(OpenQuestion question) => new([.. question.Fields.Select(FieldWords.Label)]);

    // Judged by what was declared alone, since this is said before the policy has judged it.
    private static bool TouchesPeople(Declaration declaration) =>
        declaration.PeopleDepicted.Count > 0 || declaration.InputKinds.Contains(InputKind.PerformerMaterial) || declaration.Use == IntendedUse.Performance;

    private static bool HoldsOn(RequestState request) =>
        request.Approval is { Standing: Standing.InForce } approval && approval.Amendment != request.Amendment;

    private static Text WhatNow(Outcome outcome) => outcome.Kind switch
    {
        OutcomeKind.Acknowledged => $"If anything changes, the tool, what goes in or where it ends up, please declare it again.",
        OutcomeKind.Approved when outcome.Conditions.Count > 0 => $"Read the conditions before you start. A signed record follows. If anything changes, the tool, what goes in or where it ends up, please declare it again.",
        OutcomeKind.Approved => $"A signed record follows. If anything changes, the tool, what goes in or where it ends up, please declare it again.",
        OutcomeKind.Rejected => $"If you can do it differently, declare that as a new request.",
        OutcomeKind.Expired => $"You can declare it again; if it is urgent, speak to your contact first.",
        OutcomeKind.Withdrawn => $"Nothing more happens with it. You can declare it again at any time.",
        _ => throw new ArgumentOutOfRangeException(nameof(outcome)),
    };

    /// <summary>IANA name of the zone in which times are said.</summary>
    internal static string Zone(RequestState request) => request.Assessment?.Route.Terms.Office.TimeZone ?? "UTC";
}
