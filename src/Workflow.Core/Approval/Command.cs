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

    /// <summary>The process learned that a mail did not arrive though a server had taken it.</summary>
    /// <param name="Stamp">By the system.</param>
    /// <param name="Effect">The effect that the mail carried out.</param>
    /// <param name="Status">The status code of RFC 3463, such as <c>5.1.1</c>, or another short reason.</param>
    public sealed record NoteBounce(Stamp Stamp, EffectKey Effect, string Status) : Command(Stamp);

    /// <summary>An admin has an effect tried again that was given up. Whoever keeps the effects brings it back after this.</summary>
    public sealed record RetryDelivery(Stamp Stamp, EffectKey Effect, string Reason) : Command(Stamp);

    /// <summary>An asked person decides.</summary>
    public sealed record Decide(Stamp Stamp, int Ask, Decision Decision) : Command(Stamp);

    /// <summary>The submitter answers a question, or completes what a mail left out.</summary>
    /// <param name="Stamp">By the submitter.</param>
    /// <param name="Text">The answer in words; may be empty when only fields were completed.</param>
    /// <param name="Declaration">The declaration with its gaps filled; null when it stays as it was.</param>
    /// <param name="Attachments">Files added.</param>
    /// <param name="MayLeaveGaps">Whether what is still missing is asked for again, as in a mail, rather than refused, as on a page.</param>
    public sealed record ProvideInformation(
        Stamp Stamp, string Text, Declaration? Declaration, IReadOnlyList<Attachment> Attachments, bool MayLeaveGaps = false) : Command(Stamp);

    /// <summary>An asked person hands the question on.</summary>
    /// <param name="Stamp">By the person.</param>
    /// <param name="Ask">Their ask.</param>
    /// <param name="To">To whom, as the directory knows them.</param>
    /// <param name="Comment">Why, or what to look at.</param>
    public sealed record DelegateTo(Stamp Stamp, int Ask, Person To, string? Comment) : Command(Stamp);

    /// <summary>An asked person steps back from deciding, for instance because of a conflict of interest.</summary>
    public sealed record Recuse(Stamp Stamp, int Ask, string? Comment) : Command(Stamp);

    /// <summary>An admin says who fills a seat of the current stage, in place of whoever is asked for it.</summary>
    public sealed record Reassign(Stamp Stamp, string Seat, Person To, string Reason) : Command(Stamp);

    /// <summary>An admin has an asked person reminded now.</summary>
    public sealed record Nudge(Stamp Stamp, int Ask, string Reason) : Command(Stamp);

    /// <summary>An admin gives an asked person, or the submitter, so much working time from now.</summary>
    /// <param name="Stamp">By the admin.</param>
    /// <param name="Ask">To whom; null: to the submitter, for the open question.</param>
    /// <param name="Time">Working time, at most <see cref="LongestExtension"/>.</param>
    /// <param name="Reason">Why.</param>
    public sealed record Extend(Stamp Stamp, int? Ask, TimeSpan Time, string Reason) : Command(Stamp)
    {
        /// <summary>The most working time that can be given at once: a quarter of a year.</summary>
        public static readonly TimeSpan LongestExtension = TimeSpan.FromHours(520);
    }

    /// <summary>An admin has the declaration judged by another version of the policy.</summary>
    public sealed record Reassess(Stamp Stamp, PolicyStamp Policy, string Reason) : Command(Stamp);

    /// <summary>The process learned that a person is away.</summary>
    /// <param name="Stamp">By the system.</param>
    /// <param name="Effect">The effect in whose course it learned it, if any; that effect is thereby done.</param>
    /// <param name="Person">The directory's id of the person.</param>
    /// <param name="Until">When they are back, UTC.</param>
    public sealed record NoteAbsence(Stamp Stamp, EffectKey? Effect, string Person, DateTimeOffset Until) : Command(Stamp)
    {
        /// <inheritdoc />
        public override EffectKey? Answers => Effect;
    }

    /// <summary>The process learned, when it was about to ask or to remind them, that somebody has left the house.</summary>
    /// <param name="Stamp">By the system.</param>
    /// <param name="Effect">The effect in whose course it learned it, if any; that effect is thereby done.</param>
    /// <param name="Ask">Theirs.</param>
    public sealed record NoteDeparture(Stamp Stamp, EffectKey? Effect, int Ask) : Command(Stamp)
    {
        /// <inheritdoc />
        public override EffectKey? Answers => Effect;
    }

    /// <summary>The submitter shows a consent.</summary>
    public sealed record AttachConsent(Stamp Stamp, ConsentEvidence Evidence) : Command(Stamp);

    /// <summary>The seat that checks consents accepts or refuses one.</summary>
    /// <param name="Stamp">By the person.</param>
    /// <param name="Ask">Their ask for that seat; it may be decided already.</param>
    /// <param name="Number">Which consent.</param>
    /// <param name="Accepted">Whether it is what the policy demands.</param>
    /// <param name="Comment">Why not.</param>
    public sealed record CheckConsent(Stamp Stamp, int Ask, int Number, bool Accepted, string? Comment) : Command(Stamp);

    /// <summary>The submitter declares anew what was approved, or asks for the same once more.</summary>
    /// <param name="Stamp">By the submitter.</param>
    /// <param name="Declaration">The new declaration, complete; null to renew the approval as it is.</param>
    /// <param name="Reason">What changes, and why.</param>
    public sealed record Amend(Stamp Stamp, Declaration? Declaration, string Reason) : Command(Stamp);

    /// <summary>Somebody who approved takes it back.</summary>
    public sealed record Revoke(Stamp Stamp, int Ask, string Reason) : Command(Stamp);

    /// <summary>Somebody concerned adds what later readers should know.</summary>
    /// <param name="Stamp">By the submitter, an approver who was asked, or an admin.</param>
    /// <param name="Text">What.</param>
    /// <param name="Meets">The obligation that is thereby met, if any.</param>
    /// <param name="Original">The stored original (a mail as MIME), where it came as one: with its files, and whole however long.</param>
    public sealed record AddNote(Stamp Stamp, string Text, int? Meets, Attachment? Original = null) : Command(Stamp);

    /// <summary>The submitter takes the request back.</summary>
    public sealed record Withdraw(Stamp Stamp, string? Reason) : Command(Stamp);

    /// <summary>The alarm clock rings: remind, escalate or expire whatever is due.</summary>
    public sealed record Wake(Stamp Stamp) : Command(Stamp);
}
