using System.Text.Json;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Records;

/// <summary>
/// The written approval: everything that somebody needs who asks in ten years what was allowed, on what terms and by
/// whom. Codes are stored as words, so that reading an old record never depends on today's types.
/// </summary>
public sealed record WrittenRecord
{
    /// <summary>The format that this version writes.</summary>
    public const string CurrentFormat = "approval-record/1";

    /// <summary>How this record is built; a reader refuses one that it does not know.</summary>
    public required string Format { get; init; }

    /// <summary>The request's id.</summary>
    public required string Request { get; init; }

    /// <summary>The production.</summary>
    public required string Production { get; init; }

    /// <summary>The request's title.</summary>
    public required string Title { get; init; }

    /// <summary>What the approval covers, in one sentence.</summary>
    public required string Scope { get; init; }

    /// <summary>What must be kept to; numbered, so that people can speak of "condition 2".</summary>
    public required IReadOnlyList<RecordedCondition> Conditions { get; init; }

    /// <summary>Which version of the use it allows, when it was amended or renewed; null for the first.</summary>
    public int? Amendment { get; init; }

    /// <summary>The consents it rests on; null when the policy demanded none.</summary>
    public IReadOnlyList<RecordedConsent>? Consents { get; init; }

    /// <summary>Until when the approval holds, UTC; null when it has no end.</summary>
    public DateTimeOffset? ValidUntil { get; init; }

    /// <summary>When the approval was complete, UTC. Issuing it again gives the same instant.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Every approval that counted, in the order given.</summary>
    public required IReadOnlyList<RecordedApproval> Approvals { get; init; }

    /// <summary>What was declared, in its last revision.</summary>
    public required RecordedDeclaration Declared { get; init; }

    /// <summary>What the approvers asked and what they were told.</summary>
    public required IReadOnlyList<RecordedAnswer> Answers { get; init; }

    /// <summary>What the policy saw in it.</summary>
    public required RecordedAssessment Assessment { get; init; }

    /// <summary>The place in the request's chain of events at which it was approved.</summary>
    public required RecordedChain Chain { get; init; }

    /// <summary>The record of an approved request.</summary>
    /// <param name="request">The request, closed as approved.</param>
    /// <param name="events">Its stored events, at least up to the close; later ones do not matter.</param>
    /// <exception cref="ArgumentException">The request is not approved, or the events are not its own.</exception>
    public static WrittenRecord Of(RequestState request, IReadOnlyList<StoredEvent> events)
    {
        if (request is not { Outcome: { Kind: OutcomeKind.Approved } outcome, ClosedAt: { } closedAt, Assessment: { } assessment })
        {
            throw new ArgumentException("Only an approved request has a record.", nameof(request));
        }

        var closing = events.LastOrDefault(e => e.Type == "request-closed")
            ?? throw new ArgumentException("The events do not hold the close of the request.", nameof(events));

        return new WrittenRecord
        {
            Format = CurrentFormat,
            Request = request.Id.ToString(),
            Production = request.Declaration.Production ?? "",
            Title = request.Declaration.Title,
            Scope = "Only the use declared in this record: this production, these tools, this material, these people, "
                + "this territory and these dates. Any other use needs a request of its own.",
            Conditions = [.. outcome.Conditions.Select((c, i) => new RecordedCondition(i + 1, c.Text, c.DueOn, c.Owner))],
            Amendment = request.Amendment > 1 ? request.Amendment : null,
            Consents = assessment.Route.Terms.Consent is null ? null : [.. request.Consents.Where(c => c.Stands(closedAt)).Select(RecordedConsent.Of)],
            ValidUntil = outcome.ValidUntil?.ToUniversalTime(),
            IssuedAt = closedAt.ToUniversalTime(),
            Approvals = [.. request.Decisions.Where(d => d.Approves).Select(d => Approval(d, request.Asks[d.Ask - 1], assessment))],
            Declared = RecordedDeclaration.Of(request),
            Answers = [.. request.Answers.Select(a => new RecordedAnswer(
                a.Question.Text ?? $"Missing: {string.Join(", ", a.Question.Fields)}",
                a.Text,
                a.At.ToUniversalTime(),
                Files(a.Attachments)))],
            Assessment = RecordedAssessment.Of(assessment),
            Chain = new RecordedChain(closing.Sequence, closing.Hash),
        };
    }

    /// <summary>A code as a word: <c>DigitalReplica</c> is <c>digital-replica</c>.</summary>
    internal static string Word<T>(T code)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(code.ToString());

    internal static IReadOnlyList<RecordedFile> Files(IEnumerable<Attachment> attachments) =>
        [.. attachments.Select(a => new RecordedFile(a.Name, a.Size, a.Sha256))];

    private static RecordedApproval Approval(Decided decided, Ask ask, Assessment assessment) => new(
        decided.Seat,
        assessment.Route.Stages[decided.Stage].Seats.FirstOrDefault(s => s.Role == decided.Seat)?.Title ?? decided.Seat,
        decided.By.Id,
        decided.By.Name,
        Word(ask.Candidate.Capacity),
        Word(decided.Decision.Kind),
        decided.At.ToUniversalTime(),
        Word(decided.By.Authentication),
        decided.Decision.Comment);
}

/// <summary>One obligation, by the number that people call it.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Text">In the words of whoever stated it.</param>
/// <param name="DueOn">The day by whose end it must be met, if there is one.</param>
/// <param name="Owner">Who has to meet it, in words; null: whoever submitted the request.</param>
public sealed record RecordedCondition(int Number, string Text, DateOnly? DueOn = null, string? Owner = null);

/// <summary>A consent that was accepted.</summary>
/// <param name="Person">The person depicted.</param>
/// <param name="Kind">To what, such as <c>creation</c>.</param>
/// <param name="Scope">What it covers.</param>
/// <param name="SignedBy">Who signed it.</param>
/// <param name="From">First day.</param>
/// <param name="Document">The file.</param>
/// <param name="CheckedBy">Who accepted it, by display name.</param>
/// <param name="CheckedAt">UTC.</param>
/// <param name="Until">Last day; null when it has no end.</param>
public sealed record RecordedConsent(
    string Person,
    string Kind,
    string Scope,
    string SignedBy,
    DateOnly From,
    RecordedFile Document,
    string CheckedBy,
    DateTimeOffset CheckedAt,
    DateOnly? Until = null)
{
    internal static RecordedConsent Of(Consent consent)
    {
        var (evidence, check) = (consent.Evidence, consent.Check!);
        var document = new RecordedFile(evidence.Document.Name, evidence.Document.Size, evidence.Document.Sha256);
        return new RecordedConsent(
            evidence.Person, WrittenRecord.Word(evidence.Kind), evidence.Scope, evidence.SignedBy, evidence.From, document, check.By.Name, check.At.ToUniversalTime(), evidence.Until);
    }
}

/// <summary>One person's approval.</summary>
/// <param name="Role">The seat.</param>
/// <param name="Seat">The seat as people read it.</param>
/// <param name="PersonId">The directory's id of the person.</param>
/// <param name="Name">Display name.</param>
/// <param name="Capacity"><c>holder</c>, <c>deputy</c> or <c>manager</c>.</param>
/// <param name="Decision"><c>approve</c> or <c>approve-with-conditions</c>.</param>
/// <param name="At">UTC.</param>
/// <param name="Authentication">How they proved who they are, such as <c>mailed-link-and-code</c>.</param>
/// <param name="Comment">In their words.</param>
public sealed record RecordedApproval(
    string Role,
    string Seat,
    string PersonId,
    string Name,
    string Capacity,
    string Decision,
    DateTimeOffset At,
    string Authentication,
    string? Comment = null);

/// <summary>A question of an approver with its answer.</summary>
/// <param name="Question">As asked.</param>
/// <param name="Answer">As answered.</param>
/// <param name="At">When it was answered, UTC.</param>
/// <param name="Files">What came with it.</param>
public sealed record RecordedAnswer(string Question, string Answer, DateTimeOffset At, IReadOnlyList<RecordedFile> Files);

/// <summary>A file by its name, its size in bytes and its SHA-256 (lower-case hexadecimal).</summary>
public sealed record RecordedFile(string Name, long Size, string Sha256);

/// <summary>The event that completed the approval: its sequence number, and the hash that stands for it and all before it.</summary>
public sealed record RecordedChain(int Sequence, string Hash);
