using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>The one door through which everything happens to a request.</summary>
public sealed class ApprovalDesk
{
    /// <summary>Loads, decides, stores what follows in one atomic write, and answers.</summary>
    public Task<DeskAnswer> HandleAsync(RequestId id, Command command, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>
    /// Opens a request for a submission, or finds the one that the same submission has opened before.
    /// Refused with <see cref="RefusalCode.DifferentContent"/> when the key was used for something else.
    /// </summary>
    /// <param name="submission">What was sent; its intake key and fingerprint decide whether it was sent before.</param>
    /// <param name="authentication">How the submitter proved who they are.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public Task<DeskAnswer> SubmitAsync(Submission submission, People.Authentication authentication, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The request as it now is; null when there is none.</summary>
    public Task<RequestState?> FindAsync(RequestId id, CancellationToken cancellationToken) => throw new NotSupportedException();

    /// <summary>The request with its stored events, for auditors and records; null when there is none.</summary>
    public Task<RequestHistory?> HistoryAsync(RequestId id, CancellationToken cancellationToken) => throw new NotSupportedException();
}

/// <summary>The verdict, and the request as it is after it; null when there is no such request.</summary>
public sealed record DeskAnswer(Verdict Verdict, RequestState? Request);

/// <summary>A request with everything that is stored of it.</summary>
/// <param name="Request">Its state.</param>
/// <param name="Events">What happened, decoded.</param>
/// <param name="Stored">The same as stored.</param>
/// <param name="FirstBreak">The first event whose hash does not fit, or null when the chain holds.</param>
public sealed record RequestHistory(
    RequestState Request, IReadOnlyList<Happened> Events, IReadOnlyList<StoredEvent> Stored, int? FirstBreak);
