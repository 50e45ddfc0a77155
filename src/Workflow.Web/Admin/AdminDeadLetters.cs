using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What the page of dead letters shows.</summary>
/// <param name="Seal">Of its forms.</param>
/// <param name="Letters">The oldest first.</param>
public sealed record DeadLetterList(FormSeal Seal, IReadOnlyList<OutboxItem> Letters);

/// <summary>The effects that were tried too often, and trying them again.</summary>
public sealed partial class AdminDeadLetters(
    AdminGate gate, FormGuard forms, IOutbox outbox, TimeProvider time, ILogger<AdminDeadLetters> logger)
{
    private const string Address = "/manage/dead-letters";
    private const int Shown = 100;

    /// <summary><c>GET /manage/dead-letters</c>.</summary>
    public Task<IResult> GetAsync(HttpContext http) => gate.ShowAsync(http, async _ =>
        Page.Html(Slices.AdminDeadLettersPage.Create(
            new DeadLetterList(forms.Seal(http), await outbox.DeadAsync(Shown, http.RequestAborted)))));

    /// <summary><c>POST /manage/dead-letters/retry</c>: <c>key</c>.</summary>
    public Task<IResult> RetryAsync(HttpContext http) => gate.DoAsync(http, async (admin, form) =>
    {
        var key = new EffectKey(form["key"].ToString());
        if (!await outbox.ReviveAsync(key, time.GetUtcNow(), http.RequestAborted))
            return AdminProblems.Missing("dead letter of this key", new NavigationLink(Address, "Go to the dead letters")).ToResult(http);

        LogRevived(logger, key);
        return Page.SeeOther(Address);
    });

    [LoggerMessage(LogLevel.Information, "An admin brought back the dead letter {Effect}.")]
    private static partial void LogRevived(ILogger logger, EffectKey effect);
}
