using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What the page of dead letters shows.</summary>
/// <param name="Seal">Of its forms; null for auditors, who have none.</param>
/// <param name="Letters">The oldest first.</param>
/// <param name="Failed">What was just tried in vain; null when nothing was.</param>
public sealed record DeadLetterList(FormSeal? Seal, IReadOnlyList<OutboxItem> Letters, FailedRetry? Failed = null);

/// <summary>A retry that was not taken.</summary>
/// <param name="Key">Of the letter.</param>
/// <param name="Reason">As typed.</param>
/// <param name="Problem">What is wrong with it.</param>
public sealed record FailedRetry(EffectKey Key, string Reason, string Problem);

/// <summary>The effects that were tried too often, and trying them again.</summary>
public sealed class AdminDeadLetters(
    AdminGate gate, FormGuard forms, IOutbox outbox, ApprovalDesk desk, TimeProvider time)
{
    private const string Address = "/manage/dead-letters";
    private const int Shown = 100;

    /// <summary><c>GET /manage/dead-letters</c>.</summary>
    public Task<IResult> GetAsync(HttpContext http) => gate.ShowAsync(http, who => ShowAsync(http, who, failed: null));

    /// <summary><c>POST /manage/dead-letters/retry</c>: <c>key</c> and <c>reason</c>. The stream is told before the outbox: no retry without a trace.</summary>
    public Task<IResult> RetryAsync(HttpContext http) => gate.DoAsync(http, async (admin, form) =>
    {
        var key = new EffectKey(form["key"].ToString());
        if (await FindAsync(key, http.RequestAborted) is not { } letter)
            return Missing.ToResult(http);

        var now = time.GetUtcNow();
        var stamp = new Stamp(string.Create(CultureInfo.InvariantCulture, $"{key}/retry/{now.UtcTicks}"), now, admin);
        var reason = PlainText.Lines(form["reason"]) ?? "";
        var answer = await desk.HandleAsync(letter.Request, new Command.RetryDelivery(stamp, key, reason), http.RequestAborted);
        if (answer.Verdict is Verdict.Refused { Refusal: { Code: RefusalCode.CommentNeeded or RefusalCode.TooLong } wanting })
            return await ShowAsync(http, admin, new FailedRetry(key, reason, wanting.Message));
        if (answer.Verdict is Verdict.Refused || !await outbox.ReviveAsync(key, now, http.RequestAborted))
            return Missing.ToResult(http);

        return Page.SeeOther(Address);
    });

    private async Task<IResult> ShowAsync(HttpContext http, Actor who, FailedRetry? failed) => Page.Html(
        Slices.AdminDeadLettersPage.Create(new DeadLetterList(
            who.Kind == ActorKind.Admin ? forms.Seal(http) : null, await outbox.DeadAsync(Shown, http.RequestAborted), failed)),
        failed is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity);

    private static Problem Missing => AdminProblems.Missing("dead letter of this key", new NavigationLink(Address, $"Go to the dead letters"));

    private async Task<OutboxItem?> FindAsync(EffectKey key, CancellationToken cancellationToken) =>
        RequestId.TryParse(key.Value.Split('/')[0], null, out var request)
            ? (await outbox.OfAsync(request, cancellationToken)).FirstOrDefault(item => item.IsDead && item.Effect.Key == key)
            : null;
}
