using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Review.Acts;

/// <summary>What an asked person can do with their question besides deciding it, each on a page of its own.</summary>
public abstract class Act
{
    private protected Act()
    {
    }

    /// <summary>Hand the question on to somebody else.</summary>
    public static Act HandingOn { get; } = new HandingOn();

    /// <summary>Step back from deciding.</summary>
    public static Act SteppingBack { get; } = new SteppingBack();

    /// <summary>Take back an approval that they gave.</summary>
    public static Act Revoking { get; } = new Revoking();

    /// <summary>The page's address.</summary>
    public abstract string Path { get; }

    /// <summary>The page's heading.</summary>
    public abstract Text Title { get; }

    /// <summary>What it leads to, in a sentence or two.</summary>
    public abstract Text Meaning { get; }

    /// <summary>What the button says.</summary>
    public abstract Text Button { get; }

    /// <summary>Whether it takes somebody of the production's people.</summary>
    public virtual bool NeedsColleague => false;

    /// <summary>Whether the policy wants a one-time code for it.</summary>
    public virtual bool NeedsCode(RequestState request) => request.Assessment!.Route.Terms.SecondStep;

    /// <summary>What is asked on the page, problems not yet included.</summary>
    public abstract IReadOnlyList<Field> Fields(ActModel model);

    /// <summary>The command, as filled in so far; tried on the decider before the page is shown, too.</summary>
    /// <param name="stamp">Who and when.</param>
    /// <param name="ask">Theirs.</param>
    /// <param name="to">Whom they chose, where somebody is chosen.</param>
    /// <param name="comment">What they typed; null when nothing.</param>
    public abstract Command ToCommand(Stamp stamp, Ask ask, Person? to, string? comment);
}
