namespace Workflow.Core.Policies;

/// <summary>Which of two rules is the wider one.</summary>
internal static class Overtaking
{
    /// <summary>
    /// Whether, whenever the other fires, this one does too, with the same finding or doubt and at least its tier: then
    /// the other adds nothing. Told from the conditions alone, so that yes is certain and no is not. A rule for one sentence
    /// is not overtaken by one for the whole declaration: it shows people that sentence.
    /// </summary>
    public static bool Overtakes(this Rule rule, Rule other) =>
        rule.Finding == other.Finding
        && rule.Doubt == other.Doubt
        && rule.Tier >= other.Tier
        && rule.Declared.All(test => other.Declared.Any(o => o.Field == test.Field && o.Answers.All(test.Answers.Contains)))
        && Follows(rule.Sentence, other.Sentence)
        && Follows(rule.Anywhere, other.Anywhere)
        && (rule.Text is null || rule.Text == other.Text);

    private static bool Follows(SentenceTest? test, SentenceTest? from) =>
        test is null
        || (from is not null
            && test.All.All(from.All.Contains)
            && test.Except.All(from.Except.Contains)
            && (test.Any.Count == 0 || from.All.Any(test.Any.Contains) || (from.Any.Count > 0 && from.Any.All(test.Any.Contains))));
}
