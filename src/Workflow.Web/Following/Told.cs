using Workflow.Web.Languages;

namespace Workflow.Web.Following;

/// <summary>What is said of one event.</summary>
/// <param name="Text">In our words.</param>
/// <param name="Quote">In a person's words, if they belong to it.</param>
internal sealed record Told(Text Text, string? Quote = null);
