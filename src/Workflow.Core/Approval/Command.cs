using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>Who commands, when, and under which id: the same id twice changes nothing.</summary>
/// <param name="CommandId">Drawn or derived at the edge; at most 200 characters.</param>
/// <param name="At">The instant, UTC.</param>
/// <param name="By">The actor, as authenticated.</param>
public sealed record Stamp(string CommandId, DateTimeOffset At, Actor By);

/// <summary>Everything that can be asked of a request.</summary>
public abstract record Command
{
    private Command(Stamp stamp) => Stamp = stamp;

    /// <summary>Who, when, and under which id.</summary>
    public Stamp Stamp { get; }

    /// <summary>The effect that this command answers and thereby completes, if any.</summary>
    public virtual EffectKey? Answers => null;

    /// <summary>Opens a request.</summary>
    /// <param name="Stamp">By the submitter.</param>
    /// <param name="Id">The request's id.</param>
    /// <param name="Submission">What was sent.</param>
    /// <param name="Completion">How long the submitter has to fill in what a mail left out.</param>
    public sealed record Submit(Stamp Stamp, RequestId Id, Submission Submission, Clock Completion) : Command(Stamp);

    /// <summary>Records what the classifier made of one revision of the declaration.</summary>
    public sealed record RecordAssessment(Stamp Stamp, EffectKey Effect, int Revision, Assessment Assessment) : Command(Stamp)
    {
        /// <inheritdoc />
        public override EffectKey? Answers => Effect;
    }

    /// <summary>Records who may fill the seats of the current stage.</summary>
    public sealed record RecordPeople(Stamp Stamp, EffectKey Effect, int Stage, IReadOnlyList<Staffing> Staffing) : Command(Stamp)
    {
        /// <inheritdoc />
        public override EffectKey? Answers => Effect;
    }

    /// <summary>Records that an effect was carried out, or that it was given up and waits for an admin.</summary>
    public sealed record RecordDelivery(Stamp Stamp, EffectKey Effect, Delivery Delivery) : Command(Stamp)
    {
        /// <inheritdoc />
        public override EffectKey? Answers => Delivery.Failure is null ? Effect : null;
    }

    /// <summary>An admin has an effect tried again that was given up. Whoever keeps the effects brings it back after this.</summary>
    public sealed record RetryDelivery(Stamp Stamp, EffectKey Effect) : Command(Stamp);

    /// <summary>An asked person decides.</summary>
    public sealed record Decide(Stamp Stamp, int Ask, Decision Decision) : Command(Stamp);

    /// <summary>The submitter answers a question, or completes what a mail left out.</summary>
    /// <param name="Stamp">By the submitter.</param>
    /// <param name="Text">The answer in words; may be empty when only fields were completed.</param>
    /// <param name="Declaration">The declaration with its gaps filled; null when it stays as it was.</param>
    /// <param name="Attachments">Files added.</param>
    public sealed record ProvideInformation(
        Stamp Stamp, string Text, Declaration? Declaration, IReadOnlyList<Attachment> Attachments) : Command(Stamp);

    /// <summary>The submitter takes the request back.</summary>
    public sealed record Withdraw(Stamp Stamp, string? Reason) : Command(Stamp);

    /// <summary>The alarm clock rings: remind, escalate or expire whatever is due.</summary>
    public sealed record Wake(Stamp Stamp) : Command(Stamp);
}
