using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification;

/// <summary>How much asking a use needs; the order is the order of strictness.</summary>
public enum Tier
{
    /// <summary>Telling is enough: one acknowledgement.</summary>
    Notify,

    /// <summary>One person judges.</summary>
    Review,

    /// <summary>Written approval by every required role.</summary>
    Written,
}

/// <summary>What a policy can see in a declaration.</summary>
public enum FindingCode
{
    /// <summary>Owned or unreleased material in a tool without secured terms.</summary>
    ProprietaryInput,

    /// <summary>Personal data put into a tool.</summary>
    PersonalData,

    /// <summary>Training or fine-tuning on others' work without clearance.</summary>
    ThirdPartyTraining,

    /// <summary>A public, free, personal or unvetted tool.</summary>
    InsecureTool,

    /// <summary>A main character, key visual or story-central setting.</summary>
    KeyCreativeElement,

    /// <summary>Others' works, public figures or deceased people cited without permission.</summary>
    ThirdPartyIp,

    /// <summary>A real person's voice, face or body recreated.</summary>
    DigitalReplica,

    /// <summary>A performance's emotional tone, delivery or intent altered.</summary>
    PerformanceAlteration,

    /// <summary>Guild-covered work replaced or materially affected.</summary>
    UnionWork,

    /// <summary>Could be taken for real events, people or statements.</summary>
    MisleadingContent,

    /// <summary>Generated or altered material delivered in the final picture.</summary>
    FinalDeliverable,

    /// <summary>A background element on screen that carries no story.</summary>
    IncidentalFinal,
}

/// <summary>What a finding rests on: an answer that was given, or an exact span of text.</summary>
/// <param name="Field">The declaration's field, by the name that forms use: <c>description</c>, <c>p2</c>, <c>use</c>.</param>
/// <param name="Quote">The answer or the span as it stands there.</param>
/// <param name="Start">UTF-16 index of the span in the field's text; null for an answer.</param>
public sealed record Evidence(string Field, string Quote, int? Start = null);

/// <summary>One reason that a policy sees in a declaration.</summary>
/// <param name="Code">What was seen.</param>
/// <param name="Rule">The id of the rule that fired, in the policy document.</param>
/// <param name="Source">The guideline section that the rule rests on.</param>
/// <param name="Tier">The least tier that the rule demands.</param>
/// <param name="Evidence">At least one.</param>
public sealed record Finding(
    FindingCode Code, string Rule, string Source, Tier Tier, IReadOnlyList<Evidence> Evidence);

/// <summary>A reason for a person to look that is no finding: an answer "unsure", a text too short to judge.</summary>
/// <param name="Reason">In words a person understands.</param>
/// <param name="Rule">The id of the rule.</param>
/// <param name="Source">The guideline section.</param>
/// <param name="Tier">The least tier that it demands.</param>
/// <param name="Evidence">What it rests on.</param>
public sealed record Doubt(string Reason, string Rule, string Source, Tier Tier, IReadOnlyList<Evidence> Evidence);

/// <summary>What the policy makes of a declaration, stamped with what judged it.</summary>
/// <param name="Policy">The policy it was judged by.</param>
/// <param name="Classifier">The classifier's version.</param>
/// <param name="Tier">The strictest tier that any finding or doubt demands.</param>
/// <param name="Findings">In the order of the policy's rules.</param>
/// <param name="Doubts">In the order of the policy's rules.</param>
/// <param name="Route">The way it goes, copied from the policy.</param>
/// <param name="Model">The model that read it as well; null when none was asked.</param>
public sealed record Assessment(
    PolicyStamp Policy,
    string Classifier,
    Tier Tier,
    IReadOnlyList<Finding> Findings,
    IReadOnlyList<Doubt> Doubts,
    Route Route,
    ModelStamp? Model = null);

/// <summary>Which policy document: its id, version, the day its source was read, and the SHA-256 of its text.</summary>
public sealed record PolicyStamp(string Id, string Version, DateOnly SourceRead, string Sha256);
