using Workflow.Core.Classification;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Tiers in words.</summary>
public static class TierWords
{
    /// <summary>As a label: "Written approval".</summary>
    public static Text Name(Tier tier) => tier switch
    {
        Tier.Notify => $"Telling is enough",
        Tier.Review => $"One person judges",
        Tier.Written => $"Written approval",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };

    /// <summary>What the tier means, in a sentence.</summary>
    public static Text Meaning(Tier tier) => tier switch
    {
        Tier.Notify => $"Nothing sensitive was found: the production has to tell you, and you confirm that you have read it.",
        Tier.Review => $"Something in it needs a person's judgement before the work goes on.",
        Tier.Written => $"It touches what may only be done with the written approval of everybody asked.",
        _ => throw new ArgumentOutOfRangeException(nameof(tier)),
    };
}
