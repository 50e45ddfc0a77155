using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;
using Workflow.Web.Submitting;
using Workflow.Web.Teams.Cards;

namespace Workflow.Web.Teams;

/// <summary>The cards with which the bot answers what somebody says to it: about nothing but what is theirs.</summary>
public sealed class TalkCards(
    ISummaries summaries, ApprovalDesk desk, IDirectory directory, Clearance clearance, Readers readers, LinkTokens links, PublicAddress site, TimeProvider clock)
{
    // More questions than this on one card nobody reads; they come in the order of their limits.
    private const int Most = 30;

    /// <summary>What waits for somebody, the most urgent first.</summary>
    public async Task<OutgoingCard> MineAsync(Caller caller, CancellationToken cancellationToken)
    {
        var page = await summaries.ListAsync(new SummaryQuery(Open: true, Approver: caller.Person.Id), Most, continuation: null, cancellationToken);
        var requests = await Task.WhenAll(page.Items.Select(row => desk.FindAsync(row.Id, cancellationToken)));
        return MineCard.For([.. requests.OfType<RequestState>().SelectMany(request => OpenAsks(request, caller))], clock.GetUtcNow());
    }

    /// <summary>Where one request stands, for its submitter and the people asked; to anybody else it is not known.</summary>
    public async Task<OutgoingCard> StatusAsync(Caller caller, string typed, CancellationToken cancellationToken)
    {
        if (RequestId.TryParse(typed, null, out var id)
            && await desk.FindAsync(id, cancellationToken) is { } request
            && clearance.For(request, Outlet.Teams) is { } disclosed)
        {
            Language.Current = readers.Of(caller.Person.Language, request);
            if (request.Submission.Submitter.Email == caller.Person.Email)
            {
                return StatusCard.ForSubmitter(request, disclosed, OwnPage(request));
            }

            if (request.Asks.LastOrDefault(a => a.Person.Id == caller.Person.Id) is { } ask)
            {
                return StatusCard.ForApprover(request, ask, disclosed, site.Review(links.ForAsk(id, ask.Number, ask.Person.Id)));
            }
        }

        return HelpCard.Saying(
            $"There is no such request of yours",
            $"Check the number: it looks like GAI-7K3M-Q2XF. I tell of a request to whoever declared it and to those who are asked about it.");
    }

    /// <summary>The form of a short declaration, with what was typed into it before and what is wrong with that.</summary>
    public async Task<OutgoingCard> DeclareAsync(DeclarationDraft draft, IReadOnlyList<FieldProblem> problems, CancellationToken cancellationToken) =>
        DeclareCard.For(new DeclarationFields(draft, await directory.ProductionsAsync(cancellationToken), problems), site.Declare);

    /// <summary>The receipt of a declaration.</summary>
    public OutgoingCard Declared(RequestState request) => DeclaredCard.For(request, OwnPage(request));

    private IEnumerable<OpenAsk> OpenAsks(RequestState request, Caller caller) => clearance.For(request, Outlet.Teams) is { } disclosed
        ? request.OpenAsks
            .Where(ask => ask.Person.Id == caller.Person.Id)
            .Select(ask => new OpenAsk(request, ask, disclosed, site.Review(links.ForAsk(request.Id, ask.Number, ask.Person.Id))))
        : [];

    private Uri OwnPage(RequestState request) => site.Request(links.ForSubmitter(request.Id, request.Submission.Submitter.Email));
}
