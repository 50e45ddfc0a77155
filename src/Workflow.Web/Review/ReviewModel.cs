using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review;

/// <summary>What the page shows on which an asked person reads and decides.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The open ask of the person who reads.</param>
/// <param name="Now">UTC.</param>
/// <param name="Token">Of the link the person came by.</param>
/// <param name="Seal">Of the form.</param>
public sealed record ReviewModel(RequestState Request, Ask Ask, DateTimeOffset Now, string Token, FormSeal Seal)
{
    /// <summary>What was typed so far.</summary>
    public DecisionForm Form { get; init; } = new();

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Good news about the one-time code; null when there is none.</summary>
    public Text? CodeNotice { get; init; }

    /// <summary>What became of what was allowed before, when the same use goes round again; null the first time.</summary>
    public NextRound? NextRound { get; init; }

    /// <summary>Whether their time is over.</summary>
    public bool IsOverdue => Ask.Clock.Due <= Now;

    /// <summary>The tier.</summary>
    public Tier Tier => Request.Assessment!.Tier;

    /// <summary>The stage of the ask.</summary>
    public Stage Stage => Request.Assessment!.Route.Stages[Ask.Stage];

    /// <summary>Whether a decision can be taken now; not while the submitter has to answer.</summary>
    public bool CanDecide => Request.Status == RequestStatus.Deciding;

    /// <summary>Whether a decision needs a one-time code.</summary>
    public bool NeedsCode => Request.Assessment!.Route.Terms.SecondStep;

    /// <summary>The part that asks for the code.</summary>
    public CodePartModel Code => CodePartModel.For(Ask, Problems, "/review/code");

    /// <summary>Whether they have decided and now want to decide otherwise.</summary>
    public bool IsAgain => !Ask.IsOpen;

    /// <summary>What they decided before; null when they have not.</summary>
    public Decided? Given => Request.Decisions.LastOrDefault(d => d.Ask == Ask.Number && d.Counts);

    /// <summary>What else they can do now.</summary>
    public Offers Offers => new(Request, Ask, Now);

    /// <summary>An instant as the asked person reads it.</summary>
    public Text When(DateTimeOffset instant) => Moment.InZone(instant, Ask.Person.Calendar.TimeZone);

    /// <summary>Files of the declaration and of answers.</summary>
    public IEnumerable<Attachment> Files => FilesOf(Request);

    /// <summary>Files of the declaration and of answers, each content once.</summary>
    public static IEnumerable<Attachment> FilesOf(RequestState request) =>
        request.Declaration.Attachments.Concat(request.Answers.SelectMany(a => a.Attachments)).DistinctBy(a => a.Sha256);

    /// <summary>The address of a download.</summary>
    public string FileHref(Attachment file) =>
        ReviewLinks.File(Token, file.Sha256);
}
