using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Web.Languages;
using Workflow.Web.Messages;
using Workflow.Web.Review;
using Workflow.Web.Teams.Cards.Schema;

namespace Workflow.Web.Teams.Cards.Asks;

/// <summary>What the card of an ask is made from, for the person asked.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The person's ask, open or not.</param>
/// <param name="Now">UTC.</param>
/// <param name="Disclosed">What the policy clears for Teams.</param>
/// <param name="Handle">Names the ask in what buttons send; says nothing to anybody but us.</param>
/// <param name="Page">Where the person reads everything, and can do everything.</param>
internal sealed record AskView(RequestState Request, Ask Ask, DateTimeOffset Now, Disclosed Disclosed, string Handle, Uri Page)
{
    /// <summary>The channel's id of the person, for whom the card brings itself up to date; null where it is not known.</summary>
    public string? User { get; init; }

    /// <summary>What they pressed and typed that could not be done yet; null on a card that comes by itself.</summary>
    public Typed? Typed { get; init; }

    /// <summary>What came of the last press, such as that a code is on its way; null when there is nothing to say.</summary>
    public Text? Notice { get; init; }

    /// <summary>How many notices wait for the person, this one included.</summary>
    public int Notices { get; init; } = 1;

    /// <summary>People it can be handed on to, the likeliest first; those that do not fit are found by typing. None: it cannot be.</summary>
    public IReadOnlyList<Person> Colleagues { get; init; } = [];

    /// <summary>The tier.</summary>
    public Tier Tier => Request.Assessment!.Tier;

    /// <summary>The stage of the ask.</summary>
    public Stage Stage => Request.Assessment!.Route.Stages[Ask.Stage];

    /// <summary>Whether what they do needs a one-time code besides.</summary>
    public bool NeedsCode => Request.Assessment!.Route.Terms.SecondStep;

    /// <summary>Whether an answer can be taken now; not while the submitter has to answer.</summary>
    public bool CanDecide => Ask.IsOpen && Request.Status == RequestStatus.Deciding;

    /// <summary>What else they can do now.</summary>
    public Offers Offers => new(Request, Ask, Now);

    /// <summary>What every button sends.</summary>
    public ActionData Data => new(Handle, Ask.Amendment);

    /// <summary>IANA name of the person's time zone.</summary>
    public string Zone => Ask.Person.Calendar.TimeZone;
}
