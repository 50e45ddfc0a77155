using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.People;

namespace Workflow.Web.Following;

/// <summary>A request, opened by its submitter through the private link.</summary>
/// <param name="Request">As it now is.</param>
/// <param name="Token">The link's token, for the addresses of further pages.</param>
public sealed record OwnRequest(RequestState Request, string Token)
{
    /// <summary>Address of the page that shows where it stands.</summary>
    public string StatusPath => Path("/request");

    /// <summary>Address of the form that answers a question or fills in what is missing.</summary>
    public string InformationPath => Path("/request/information");

    /// <summary>Address of the form that takes the request back.</summary>
    public string WithdrawPath => Path("/request/withdraw");

    /// <summary>Address of the form that attaches a consent.</summary>
    public string ConsentPath => Path("/request/consent");

    /// <summary>Address of the form that changes what was approved.</summary>
    public string AmendPath => Path("/request/amend");

    /// <summary>Address of the form that asks for the same once more.</summary>
    public string RenewPath => Path("/request/renew");

    /// <summary>Address of the form that adds a note.</summary>
    public string NotePath => Path("/request/note");

    /// <summary>Whether what was approved can be changed or renewed now.</summary>
    public bool CanAmend => Request is { Status: RequestStatus.Closed, Approval: { Standing: not Standing.Revoked } };

    /// <summary>Whether a consent would still serve anything.</summary>
    public bool CanAttachConsent => Request is { Outcome: null } or { Approval.IsAlive: true };

    /// <summary>Address of the signed record, once there is one.</summary>
    public string RecordPath => Path($"/records/{Request.Id}");

    /// <summary>A command of theirs.</summary>
    /// <param name="formId">The id of the form it was posted from: posted twice, it is one command.</param>
    /// <param name="at">UTC.</param>
    public Stamp Stamp(string formId, DateTimeOffset at)
    {
        var submitter = Request.Submission.Submitter;
        return new Stamp(
            CommandId(formId), at, new Actor(ActorKind.Submitter, submitter.Email, submitter.Name, Authentication.MailedLink));
    }

    /// <summary>Whether a form with this id has been posted before, and done its work.</summary>
    public bool HasDone(string formId) => Request.Commands.Contains(CommandId(formId));

    /// <summary>Address of the form that says that a condition is met.</summary>
    public string MetPath(int obligation) => string.Create(CultureInfo.InvariantCulture, $"{NotePath}&meets={obligation}");

    private static string CommandId(string formId) => $"form/{formId}";

    private string Path(string page) => $"{page}?t={Uri.EscapeDataString(Token)}";
}
