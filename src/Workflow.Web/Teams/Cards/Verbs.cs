namespace Workflow.Web.Teams.Cards;

/// <summary>What the buttons of cards ask for. A verb says what is wanted, never by whom.</summary>
internal static class Verbs
{
    /// <summary>Yes.</summary>
    public const string Approve = "approve";

    /// <summary>Yes, under conditions.</summary>
    public const string ApproveWithConditions = "approve-with-conditions";

    /// <summary>No.</summary>
    public const string Reject = "reject";

    /// <summary>A question to the submitter.</summary>
    public const string AskForInformation = "ask-for-information";

    /// <summary>Hand the question on.</summary>
    public const string Delegate = "delegate";

    /// <summary>Step back from deciding.</summary>
    public const string Recuse = "recuse";

    /// <summary>The card as it is now, for who looks at it.</summary>
    public const string Refresh = "refresh";

    /// <summary>Read and noted.</summary>
    public const string Acknowledge = "acknowledge";

    /// <summary>All open notices of the person on one card.</summary>
    public const string Digest = "digest";

    /// <summary>Take note of those ticked on that card.</summary>
    public const string AcknowledgeTicked = "acknowledge-ticked";

    /// <summary>The declaration that was filled in on a card.</summary>
    public const string Declare = "declare";

    /// <summary>The data set of the people picker; a slash and the ask's handle follow.</summary>
    public const string Colleagues = "colleagues";

    private const string Code = "code/";

    /// <summary>A one-time code for this act, please; what was typed is kept.</summary>
    public static string CodeFor(string act) => Code + act;

    /// <summary>The act that a code is wanted for; null when the verb wants none.</summary>
    public static string? ActOfCode(string verb) => verb.StartsWith(Code, StringComparison.Ordinal) ? verb[Code.Length..] : null;
}
