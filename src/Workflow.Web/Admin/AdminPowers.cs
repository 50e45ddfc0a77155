using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;

namespace Workflow.Web.Admin;

/// <summary>Shows an admin what can be done to a request, and does it.</summary>
public sealed class AdminPowers(ApprovalDesk desk, IDirectory directory, IPolicies policies, FormGuard forms, TimeProvider time)
{
    /// <summary>The forms that fit a request as it stands; null for auditors, who have none.</summary>
    /// <param name="http">The exchange.</param>
    /// <param name="who">Who looks.</param>
    /// <param name="request">At what.</param>
    /// <param name="failed">What was just tried in vain; its form is shown again, whether it fits or not.</param>
    internal async Task<AdminForms?> FormsAsync(HttpContext http, Actor who, RequestState request, FailedOrder? failed) =>
        who.Kind == ActorKind.Admin
            ? new AdminForms(
                forms.Seal(http), request, await ColleaguesAsync(request, http.RequestAborted), policies.Current.Stamp, failed)
            : null;

    /// <summary>Carries an order out; null when it is done.</summary>
    /// <param name="who">The admin.</param>
    /// <param name="request">To what.</param>
    /// <param name="order">As typed.</param>
    /// <param name="formId">The id of the form: the same posted twice from it is one command.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    internal async Task<FailedOrder?> CarryOutAsync(
        Actor who, RequestState request, AdminOrder order, string formId, CancellationToken cancellationToken)
    {
        var stamp = new Stamp($"admin/{formId}/{Digest(order)}", time.GetUtcNow(), who);
        var (command, problem) = order.Read(stamp, await ColleaguesAsync(request, cancellationToken), policies.Current.Stamp);
        if (command is null)
            return new FailedOrder(order, problem!);

        var answer = await desk.HandleAsync(request.Id, command, cancellationToken);
        return answer.Verdict is Verdict.Refused { Refusal: var refusal }
            ? new FailedOrder(order, new FieldProblem(FieldOf(refusal.Code, order.Power), refusal.Text))
            : null;
    }

    private static string Digest(AdminOrder order) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(order.ToString())).AsSpan(0, 8));

    private static string FieldOf(RefusalCode code, AdminPower power) =>
        code is RefusalCode.CommentNeeded or RefusalCode.TooLong ? AdminOrder.Name(power, "reason") : "";

    private async Task<IReadOnlyList<Person>> ColleaguesAsync(RequestState request, CancellationToken cancellationToken) =>
        AdminForms.CanReassign(request) ? await directory.ColleaguesAsync(request.Declaration.Production ?? "", cancellationToken) : [];
}
