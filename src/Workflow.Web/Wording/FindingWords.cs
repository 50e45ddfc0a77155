using Workflow.Core.Classification;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What a policy sees, said to people who have not read it (guidance section 1).</summary>
public static class FindingWords
{
    /// <summary>As a heading: "Recreates a real person".</summary>
    public static Text Name(FindingCode code) => Words(code).Name;

    /// <summary>Why it matters, in a sentence.</summary>
    public static Text Explanation(FindingCode code) => Words(code).Explanation;

    private static (Text Name, Text Explanation) Words(FindingCode code) => code switch
    {
        FindingCode.ProprietaryInput => (
            $"Unreleased material goes into a tool",
            $"Scripts, footage or production images may only go into tools whose terms keep them secret and untrained on."),
        FindingCode.PersonalData => (
            $"Personal data goes into a tool",
            $"Data about cast, crew or other people needs clearance before any tool sees it."),
        FindingCode.ThirdPartyTraining => (
            $"A model is trained on others' work",
            $"Training or fine-tuning on what artists, performers or rights holders made needs their clearance."),
        FindingCode.InsecureTool => (
            $"The tool is not known to be secure",
            $"Public, free or personal plans may keep, reuse or train on what is put in."),
        FindingCode.KeyCreativeElement => (
            $"It shapes a key creative element",
            $"Main characters, key visuals and settings that carry the story are decided by people, in writing."),
        FindingCode.ThirdPartyIp => (
            $"It draws on others' works or names",
            $"Copyrighted works, public figures and people who have died may not be cited without permission."),
        FindingCode.DigitalReplica => (
            $"It recreates a real person",
            $"A recognisable voice, face or body needs that person's documented consent and the guild's terms."),
        FindingCode.PerformanceAlteration => (
            $"It changes a performance",
            $"Altering emotional tone, delivery or intent needs the performer's consent."),
        FindingCode.UnionWork => (
            $"It affects work covered by a guild",
            $"Replacing or materially affecting covered roles needs the approvals that the agreements demand."),
        FindingCode.MisleadingContent => (
            $"It could be taken for real",
            $"Viewers must not mistake it for real events, real people or real statements."),
        FindingCode.FinalDeliverable => (
            $"It is part of the final picture",
            $"Whatever is delivered may need clearance and has to be flagged early."),
        FindingCode.IncidentalFinal => (
            $"It is seen briefly in the background",
            $"Background elements are tolerated when nothing in the story turns on them."),
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };
}
