using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Submitting;

namespace Workflow.Web.Teams;

/// <summary>The short declaration on a card: the same questions, read by the same rules as the form's.</summary>
public sealed class DeclareButtons(DraftReading drafts, ApprovalDesk desk, TalkCards cards)
{
    /// <summary>Opens a request, or shows the card again with everything that was typed and what is wrong with it.</summary>
    public async Task<OutgoingCard> DoAsync(Caller caller, ButtonPress press, string activity, CancellationToken cancellationToken)
    {
        // Who declares is told by the channel, whatever the card says.
        var draft = DraftOfForm.Read(press.Fields) with
        {
            Name = caller.Person.Name,
            Email = caller.Person.Email,
            Language = caller.Person.Language,
        };
        var reading = await drafts.ReadAsync(draft, cancellationToken);
        if (reading is not { Declaration: { } declaration, Submitter: { } submitter, Problems: [] })
        {
            return await cards.DeclareAsync(draft, reading.Problems, cancellationToken);
        }

        var answer = await desk.SubmitAsync(
            new Submission(declaration, submitter, Channel.Teams, $"teams:{caller.Account}:{activity}", Fingerprint.Of(draft, [])),
            Authentication.Teams,
            cancellationToken);
        return answer switch
        {
            { Verdict: Verdict.Accepted, Request: { } request } => cards.Declared(request),
            { Verdict: Verdict.Refused(var refusal) } => await cards.DeclareAsync(draft, [new FieldProblem("", refusal.Text)], cancellationToken),
            _ => throw new InvalidOperationException("An accepted submission without a request."),
        };
    }
}
