using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>What a person sees whose ask can no longer be answered: what became of it.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The retired ask.</param>
/// <param name="Token">Of the link the person came by.</param>
/// <param name="Offers">What they can still do.</param>
public sealed record SettledModel(RequestState Request, Ask Ask, string Token, Offers Offers) : SettledAsk(Request, Ask);

/// <summary>What became of an ask that can no longer be answered, in the words of the person asked.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The retired ask.</param>
public record SettledAsk(RequestState Request, Ask Ask)
{
    /// <summary>The decision that this person took on this ask; null when it was settled without them.</summary>
    public Decided? Mine => Request.Decisions.LastOrDefault(
        d => d.Ask == Ask.Number && d.Decision.Kind != DecisionKind.AskForInformation);

    /// <summary>The approval of the round in which they were asked; null when that round ended otherwise, or goes on.</summary>
    public GrantedApproval? Approval => Request.Approval is { } approval && approval.Amendment == Ask.Amendment ? approval : null;

    /// <summary>In a few words.</summary>
    public Text Title => (Approval?.Standing, Mine, Ask.Retired) switch
    {
        (Standing.Revoked, _, _) => $"This approval was revoked",
        (Standing.Suspended, _, _) => $"This approval is suspended",
        (Standing.Lapsed, _, _) => $"This approval has ended",
        (_, { } mine, _) => DecisionWords.YouDid(mine.Decision.Kind, Tier),
        (_, _, RetirementReason.Delegated) => $"You handed this on",
        (_, _, RetirementReason.Recused) => $"You stepped back from this",
        _ => $"There is nothing left to decide here",
    };

    /// <summary>Whether it was they who settled it, so that it is what they came to see.</summary>
    public bool IsTheirDoing => Mine is not null || Ask.Retired is RetirementReason.Delegated or RetirementReason.Recused;

    /// <summary>What they did, in a few words, where the title speaks of something else.</summary>
    public Text? Did => Mine is { } mine && Approval is { Standing: not Standing.InForce } ? DecisionWords.YouDid(mine.Decision.Kind, Tier) : null;

    /// <summary>The class of the stylesheet for where it stands.</summary>
    public string Look => (Approval?.Standing, Request.Outcome?.Kind) switch
    {
        (Standing.Revoked, _) => "bad",
        (Standing.Suspended or Standing.Lapsed, _) or (_, OutcomeKind.Rejected or OutcomeKind.Expired) => "warn",
        _ => "info",
    };

    /// <summary>An instant as this person reads it.</summary>
    public Text When(DateTimeOffset instant) => Moment.InZone(instant, Ask.Person.Calendar.TimeZone);

    private Tier Tier => Request.Assessment!.Tier;
}
