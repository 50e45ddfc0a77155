using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review.Notices;

/// <summary>
/// Takes note of many requests at once: in tier <c>notify</c>, and in no other. Whatever else is chosen is refused, so a
/// forged post or card decides nothing.
/// </summary>
public sealed class NoticeDesk(ISummaries summaries, ApprovalDesk desk, IDirectory directory, TimeProvider clock)
{
    /// <summary>How many are shown at once.</summary>
    public const int Most = 50;

    private static readonly Decision Acknowledgement = new(DecisionKind.Approve, Comment: null, []);

    /// <summary>What waits for this person's notice now. Of a list that lags behind, only what is still so is given.</summary>
    /// <param name="person">The directory's id.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<NoticeList> OfAsync(string person, CancellationToken cancellationToken)
    {
        List<OpenNotice> found = [];
        string? next = null;
        do
        {
            var page = await summaries.ListAsync(Waiting(person), Most + 1, next, cancellationToken);
            var requests = await Task.WhenAll(page.Items.Select(row => desk.FindAsync(row.Id, cancellationToken)));
            found.AddRange(requests.OfType<RequestState>().SelectMany(request => NoticesIn(request, person)));
            next = page.Continuation;
        }
        while (next is not null && found.Count <= Most);

        return new NoticeList([.. found.Take(Most)], found.Count > Most);
    }

    /// <summary>How many wait besides one request, as the list knows, at most <see cref="Most"/>. Opens none of them.</summary>
    /// <param name="person">The directory's id.</param>
    /// <param name="except">The request that is spoken of anyway.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<int> BesidesAsync(string person, RequestId except, CancellationToken cancellationToken)
    {
        var page = await summaries.ListAsync(Waiting(person), Most + 1, continuation: null, cancellationToken);
        return Math.Min(Most, page.Items.Count(row => row.Id != except));
    }

    /// <summary>Takes note of each, one command for each request; one that is refused does not stop the others.</summary>
    /// <param name="person">The directory's id of whoever does it, as proven.</param>
    /// <param name="authentication">How they proved it.</param>
    /// <param name="chosen">What they chose, wherever the choice came from.</param>
    /// <param name="seed">Names the post, at most 100 characters: the same once more changes nothing and gets the same answer.</param>
    /// <param name="cancellationToken">Gives up; what is done by then is done.</param>
    /// <returns>An answer for each, in the order chosen.</returns>
    public async Task<IReadOnlyList<NoticeAnswer>> AcknowledgeAsync(
        string person, Authentication authentication, IEnumerable<NoticeKey> chosen, string seed, CancellationToken cancellationToken)
    {
        var hasLeft = await directory.HasLeftAsync(person, cancellationToken);
        List<NoticeAnswer> answers = [];
        foreach (var key in chosen.Distinct())
        {
            answers.Add(hasLeft
                ? new NoticeAnswer.Refused(key, Request: null, $"The directory no longer names you, so nothing is asked of you.")
                : await AcknowledgeAsync(person, authentication, key, seed, cancellationToken));
        }

        return answers;
    }

    private static SummaryQuery Waiting(string person) => new(RequestStatus.Deciding, Tier.Notify, Open: true, Approver: person);

    private async Task<NoticeAnswer> AcknowledgeAsync(
        string person, Authentication authentication, NoticeKey key, string seed, CancellationToken cancellationToken)
    {
        var request = await desk.FindAsync(key.Request, cancellationToken);
        if (request?.Asks.ElementAtOrDefault(key.Ask - 1) is not { } ask || ask.Person.Id != person)
        {
            // One answer for both: whether there is such a request is for the people asked to know.
            return new NoticeAnswer.Refused(key, Request: null, $"You are not asked about this request.");
        }

        var commandId = string.Create(CultureInfo.InvariantCulture, $"notices/{request.Id}/{ask.Number}/{seed}");
        if (request.Commands.Contains(commandId))
        {
            return new NoticeAnswer.Acknowledged(key, request);
        }

        if (Hindrance(request, ask, key) is { } hindrance)
        {
            return hindrance;
        }

        // What raises a tier retires the open asks, so this one is still of tier notify when the desk decides.
        var by = new Actor(ActorKind.Approver, person, ask.Person.Name, authentication);
        var command = new Command.Decide(new Stamp(commandId, clock.GetUtcNow(), by), ask.Number, Acknowledgement);
        var answer = await desk.HandleAsync(request.Id, command, cancellationToken);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? new NoticeAnswer.Refused(key, answer.Request, Text.Of(refusal.Text))
            : new NoticeAnswer.Acknowledged(key, answer.Request);
    }

    // Asked of the decider, a settled ask could become a change of mind: nobody changes theirs by a list.
    private static NoticeAnswer? Hindrance(RequestState request, Ask ask, NoticeKey key) => ask switch
    {
        _ when request.Assessment!.Tier != Tier.Notify => new NoticeAnswer.Refused(
            key, request, $"Taking note is not enough for this one: it needs a decision of its own."),
        { IsOpen: false } when request.Decisions.Any(d => d.Ask == ask.Number && d.Approves) => new NoticeAnswer.Already(key, request),
        { IsOpen: false } => new NoticeAnswer.Refused(key, request, RetirementWords.Reason(request, ask)),
        _ when request.Revision != key.Revision => new NoticeAnswer.Refused(
            key, request, $"It has changed since you were shown it. Read it again before you take note of it."),
        _ => null,
    };

    private static IEnumerable<OpenNotice> NoticesIn(RequestState request, string person) =>
        request is { Status: RequestStatus.Deciding, Assessment.Tier: Tier.Notify }
            ? request.OpenAsks.Where(ask => ask.Person.Id == person).Select(ask => new OpenNotice(request, ask))
            : [];
}
