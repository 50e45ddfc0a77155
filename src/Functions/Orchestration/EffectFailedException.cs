namespace Functions.Orchestration;

/// <summary>An effect could not be carried out. Its message holds kinds of errors and nothing personal.</summary>
/// <param name="reason">Which kinds.</param>
public sealed class EffectFailedException(string reason) : Exception(reason);
