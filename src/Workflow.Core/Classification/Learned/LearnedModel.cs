namespace Workflow.Core.Classification.Learned;

/// <summary>What was learned from a corpus of labelled declarations.</summary>
public sealed class LearnedModel;
