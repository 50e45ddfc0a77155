using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>What a person sees whose ask can no longer be answered: what became of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The retired ask.</param>
public sealed record SettledModel(RequestState Request, Ask Ask)
{
    /// <summary>The decision that this person took on this ask; null when it was settled without them.</summary>
    public Decided? Mine => Request.Decisions.LastOrDefault(
        d => d.Ask == Ask.Number && d.Decision.Kind != DecisionKind.AskForInformation);

    /// <summary>In a few words.</summary>
    public Text Title => Mine is { } mine ? DecisionWords.YouDid(mine.Decision.Kind, Tier) : (Text)$"There is nothing left to decide here";

    /// <summary>An instant as this person reads it.</summary>
    public Text When(DateTimeOffset instant) => Moment.InZone(instant, Ask.Person.Calendar.TimeZone);

    private Tier Tier => Request.Assessment!.Tier;
}
