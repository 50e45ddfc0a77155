namespace Workflow.Web.Messages;

/// <summary>What waits for somebody's notice, where it is more than what a letter is about.</summary>
/// <param name="Count">How many, that of the letter included; null when there are more than one page shows.</param>
/// <param name="Page">Where they take note of them together.</param>
public sealed record WaitingNotices(int? Count, Uri Page);
