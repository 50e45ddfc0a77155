namespace Workflow.Core.Classification.SecondReading;

/// <summary>A model that a policy allows to be asked. No other gets a word.</summary>
/// <param name="Host">The endpoint's host, in lower case.</param>
/// <param name="PersonalData">
/// Whether names and addresses may be sent as they were written; otherwise those that the declaration names, and whatever
/// looks like an address or a telephone number, are blotted out. Attachments are never sent.
/// </param>
/// <param name="Raises">What its word is worth.</param>
public sealed record ModelClearance(string Host, bool PersonalData, ModelWord Raises);

/// <summary>What the word of a model is worth. It can only raise, whichever it is.</summary>
public enum ModelWord
{
    /// <summary>It makes a person look.</summary>
    Doubt,

    /// <summary>It is a finding, with the tier that the policy's rules demand for it.</summary>
    Finding,
}
