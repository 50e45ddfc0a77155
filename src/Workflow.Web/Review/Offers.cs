using Workflow.Core.Approval;

namespace Workflow.Web.Review;

/// <summary>
/// What an asked person could do now, second step given. Nothing is decided here: each is tried on the decider, so a
/// page offers exactly what would be accepted.
/// </summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">The person's ask.</param>
/// <param name="Now">UTC.</param>
public sealed record Offers(RequestState Request, Ask Ask, DateTimeOffset Now)
{
    /// <summary>Whether a decision that they have given can be given anew.</summary>
    public bool ChangeOfMind => !Ask.IsOpen && Takes(s => new Command.Decide(s, Ask.Number, new Decision(DecisionKind.AskForInformation, "?", [])));

    /// <summary>Whether they can take back the approval that they gave.</summary>
    public bool Revoking => Takes(s => new Command.Revoke(s, Ask.Number, "?"));

    /// <summary>Whether they check the consents: the first document is taken, or there is none yet.</summary>
    public bool Checking => TryChecking() is null or { Code: RefusalCode.UnknownAsk };

    /// <summary>Why they cannot check the first document; null when they can.</summary>
    public Refusal? TryChecking() => Try(s => new Command.CheckConsent(s, Ask.Number, 1, Accepted: true, null));

    /// <summary>Why they cannot do this; null when they can.</summary>
    public Refusal? Try(Func<Stamp, Command> command)
    {
        var actor = CodeStep.ActorOf(Ask, needsCode: true);
        return Decider.Decide(Request, command(new Stamp("offer", Now, actor))) is Verdict.Refused(var refusal) ? refusal : null;
    }

    private bool Takes(Func<Stamp, Command> command) => Try(command) is null;
}
