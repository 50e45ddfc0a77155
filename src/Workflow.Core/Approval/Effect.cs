using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>
/// Names one effect for ever: the request, the event that caused it and its kind. Receivers recognise a repeated
/// delivery by it; a mail's Message-ID derives from it.
/// </summary>
[JsonConverter(typeof(EffectKeyConverter))]
public readonly record struct EffectKey(string Value)
{
    /// <summary>Whether it is about telling the admins something.</summary>
    public bool IsAlert => Value.Contains("/admins-", StringComparison.Ordinal);

    /// <summary>The number of the ask that it puts or reminds of; null for everything else.</summary>
    public int? Asks => Value.Split('/', 3) is [_, _, var kind]
        && Questions.FirstOrDefault(q => kind.StartsWith(q, StringComparison.Ordinal)) is { } question
        && int.TryParse(kind.AsSpan(question.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string[] Questions => ["ask-", "remind-"];

    /// <inheritdoc />
    public override string ToString() => Value;
}

/// <summary>Writes an effect key as its text.</summary>
internal sealed class EffectKeyConverter : JsonConverter<EffectKey>
{
    public override EffectKey Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        new(reader.GetString() ?? throw new JsonException("An effect key is missing."));

    public override void Write(Utf8JsonWriter writer, EffectKey value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Value);
}

/// <summary>Work to do outside because of an event. Carried out at least once, recognised by its key.</summary>
public abstract record Effect
{
    private Effect()
    {
    }

    /// <summary>The short name of the kind, part of the key.</summary>
    public abstract string Kind { get; }

    /// <summary>Classify the declaration and record the assessment.</summary>
    /// <param name="Revision">Which revision of the declaration, counted from 1.</param>
    public sealed record Classify(int Revision) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"classify-{Revision}";
    }

    /// <summary>Ask the directory who fills the seats of a stage and record the answer.</summary>
    public sealed record FindPeople(int Stage) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"people-{Stage}";
    }

    /// <summary>Put the question to the asked person.</summary>
    public sealed record PutAsk(int Ask) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"ask-{Ask}";
    }

    /// <summary>Remind the asked person.</summary>
    public sealed record Remind(int Ask) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"remind-{Ask}";
    }

    /// <summary>Tell the asked person that the question is no longer theirs to answer.</summary>
    public sealed record RetireAsk(int Ask) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"retire-{Ask}";
    }

    /// <summary>Tell somebody who was asked what became of it.</summary>
    public sealed record TellApprover(int Ask, ApproverNotice Notice) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"approver-{Ask}-{Notice}";
    }

    /// <summary>Tell the submitter.</summary>
    public sealed record TellSubmitter(Notice Notice) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"submitter-{Notice}";
    }

    /// <summary>Tell the admins that something needs their hands.</summary>
    /// <param name="Alert">What.</param>
    /// <param name="Subject">The role or the effect it is about.</param>
    public sealed record TellAdmins(Alert Alert, string Subject) : Effect
    {
        /// <inheritdoc />
        public override string Kind => $"admins-{Alert}-{Subject}";
    }

    /// <summary>Bring every card that shows this request up to date.</summary>
    public sealed record UpdateCards : Effect
    {
        /// <inheritdoc />
        public override string Kind => "cards";
    }

    /// <summary>Write and sign the record of the approval.</summary>
    public sealed record IssueRecord : Effect
    {
        /// <inheritdoc />
        public override string Kind => "record";
    }
}

/// <summary>What a submitter is told.</summary>
public enum Notice
{
    /// <summary>It is here, this is its id.</summary>
    Received,

    /// <summary>It cannot be judged before the missing fields are filled in.</summary>
    CompletionNeeded,

    /// <summary>An approver asks something.</summary>
    InformationNeeded,

    /// <summary>The answer is still missing.</summary>
    InformationReminder,

    /// <summary>It is closed; the outcome says how.</summary>
    Closed,

    /// <summary>The signed record is ready.</summary>
    RecordReady,

    /// <summary>They have more time to answer.</summary>
    DeadlineMoved,

    /// <summary>A document was not accepted as consent.</summary>
    ConsentRefused,

    /// <summary>The new version is here and goes round.</summary>
    AmendmentReceived,

    /// <summary>The approval was taken back.</summary>
    Revoked,

    /// <summary>The approval does not hold for the time being.</summary>
    Suspended,

    /// <summary>The approval holds again.</summary>
    Reinstated,

    /// <summary>The approval ends soon; it can be renewed.</summary>
    ExpiryAhead,

    /// <summary>The approval has ended.</summary>
    Lapsed,

    /// <summary>A condition should have been met by now.</summary>
    ObligationOverdue,
}

/// <summary>What somebody who was asked is told besides the question.</summary>
public enum ApproverNotice
{
    /// <summary>Whoever they handed the question on to has decided.</summary>
    DelegateDecided,

    /// <summary>They have more time.</summary>
    DeadlineMoved,

    /// <summary>There is a consent to check.</summary>
    ConsentAttached,

    /// <summary>The approval that they gave was taken back by another.</summary>
    Revoked,

    /// <summary>The approval does not hold: a consent has ended.</summary>
    Suspended,

    /// <summary>Their mail was kept as a note, for mails do not decide.</summary>
    MailsDoNotDecide,
}

/// <summary>What an admin is told.</summary>
public enum Alert
{
    /// <summary>Nobody can fill a seat.</summary>
    SeatUnfilled,

    /// <summary>A person does not answer and the escalation has nobody to add.</summary>
    NobodyToAdd,

    /// <summary>A message could not be delivered.</summary>
    DeliveryFailed,

    /// <summary>Work that should have been done by now was not.</summary>
    Stalled,

    /// <summary>A mail came back.</summary>
    MailBounced,
}

/// <summary>An effect with the key under which it is carried out.</summary>
/// <param name="Key">By which it is recognised.</param>
/// <param name="Effect">What.</param>
/// <param name="NotBefore">Known when it is caused and not after: the instant before which it is not carried out, UTC; null: at once.</param>
public sealed record KeyedEffect(EffectKey Key, Effect Effect, DateTimeOffset? NotBefore = null)
{
    /// <summary>The key of an effect that the event with this sequence number caused.</summary>
    public static KeyedEffect For(RequestId id, int sequence, Effect effect) =>
        new(new EffectKey($"{id}/{sequence}/{effect.Kind}"), effect);
}
