namespace Workflow.Core.Classification.SecondReading;

/// <summary>What came of asking a model.</summary>
/// <param name="By">Which model, by which prompt, and whether it answered.</param>
/// <param name="Claims">What it says it has found; nothing of it is believed yet. Empty unless it answered.</param>
public sealed record Reading(ModelStamp By, IReadOnlyList<Claim> Claims);

/// <summary>A finding that a model claims.</summary>
/// <param name="Finding">Which.</param>
/// <param name="Quote">The words that it says it rests on.</param>
public sealed record Claim(FindingCode Finding, string Quote);

/// <summary>Which model read a declaration, as kept with the assessment.</summary>
/// <param name="Model">Its name at the endpoint.</param>
/// <param name="Host">The endpoint's host.</param>
/// <param name="Prompt">The version of what it was told to do.</param>
/// <param name="Outcome">Whether it answered.</param>
public sealed record ModelStamp(string Model, string Host, string Prompt, ModelOutcome Outcome);

/// <summary>Whether a model answered.</summary>
public enum ModelOutcome
{
    /// <summary>It did, in the form that was asked for.</summary>
    Answered,

    /// <summary>It did not, or not in time.</summary>
    Unanswered,

    /// <summary>Its answer has not the form that was asked for: a refusal, prose, or cut off.</summary>
    Unusable,
}
