using Workflow.Core.Approval;
using Workflow.Core.Records;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>Conditions of an approval in words.</summary>
public static class ConditionWords
{
    /// <summary>The condition of a signed record, in the same words.</summary>
    public static Text Of(RecordedCondition condition) => Of(new Condition(condition.Text, condition.DueOn, condition.Owner));

    /// <summary>The condition as typed, with its day and whoever owes it where they are named.</summary>
    public static Text Of(Condition condition) => condition switch
    {
        { DueOn: { } day, Owner: { } owner } => $"{condition.Text} (by {Moment.Day(day)}, {owner})",
        { DueOn: { } day } => $"{condition.Text} (by {Moment.Day(day)})",
        { Owner: { } owner } => $"{condition.Text} ({owner})",
        _ => Phrase.Theirs(condition.Text),
    };
}
