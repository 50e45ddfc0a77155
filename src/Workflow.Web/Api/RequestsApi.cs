using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Pages;
using Workflow.Web.Submitting;

namespace Workflow.Web.Api;

/// <summary>
/// The JSON API. A declaration has the fields of <see cref="DeclarationDraft"/> and no others. What is wrong with its
/// shape or its fields is 400 with <c>errors</c> by field; 422 is kept for an <c>Idempotency-Key</c> used twice.
/// </summary>
public sealed class RequestsApi(DraftReading drafts, ApprovalDesk desk)
{
    /// <summary>Largest body in bytes; the longest declaration, each character escaped, is smaller.</summary>
    public const int MaxBody = 1024 * 1024;

    private const string KeyHeader = "Idempotency-Key";
    private const int MaxKey = 200;

    /// <summary>
    /// <c>POST /api/requests</c>: 202 with the request and its address; 200 with the same when the same key and body
    /// were sent before.
    /// </summary>
    public async Task<IResult> SubmitAsync(HttpContext http)
    {
        var cancellationToken = http.RequestAborted;
        if (!IsJson(http.Request.ContentType))
        {
            return Bodies.WrongType("application/json in UTF-8").ToJson();
        }

        if (!TryReadKey(http, out var key))
        {
            return BadKey.ToJson();
        }

        var (body, unread) = await Bodies.ReadAsync(http, MaxBody, cancellationToken);
        if (unread is not null)
        {
            return unread.ToJson();
        }

        var (draft, misshapen) = DraftOfJson.Read(body);
        if (draft is null)
        {
            return misshapen!.ToJson();
        }

        var reading = await drafts.ReadAsync(draft, cancellationToken);
        if (reading is not { Declaration: { } declaration, Submitter: { } submitter })
        {
            return DraftOfJson.FieldProblems(reading.Problems).ToJson();
        }

        var submission = new Submission(
            declaration, submitter, Channel.Api, $"api:{submitter.Email}:{key}", Fingerprint.Of(body.Span));
        return Answer(http, await desk.SubmitAsync(submission, Authentication.Claimed, cancellationToken));
    }

    /// <summary><c>GET /api/requests/{id}</c>: where it stands. Nothing confidential, so it needs no token.</summary>
    public async Task<IResult> StatusAsync(HttpContext http, string id) =>
        RequestId.TryParse(id, null, out var requestId)
        && await desk.FindAsync(requestId, http.RequestAborted) is { } request
            ? RequestDocument.Of(request).ToResult(StatusCodes.Status200OK)
            : UnknownRequest.ToJson();

    private static IResult Answer(HttpContext http, DeskAnswer answer)
    {
        switch (answer)
        {
            case { Verdict: Verdict.Accepted accepted, Request: { } request }:
                http.Response.Headers.Location = RequestDocument.PathOf(request.Id);
                return RequestDocument.Of(request).ToResult(
                    accepted.Events.Count > 0 ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);

            case { Verdict: Verdict.Refused { Refusal: { Code: RefusalCode.DifferentContent } refusal } }:
                return new Problem(
                    StatusCodes.Status422UnprocessableEntity, "idempotency-key-reused", $"This key belongs to another body", Text.Of(refusal.Text)).ToJson();

            case { Verdict: Verdict.Refused { Refusal: var refusal } }:
                return new Problem(
                    StatusCodes.Status409Conflict, Wire.Word(refusal.Code), $"The declaration was refused", Text.Of(refusal.Text)).ToJson();

            default:
                throw new InvalidOperationException("An accepted submission without a request.");
        }
    }

    private static bool IsJson(string? contentType) =>
        MediaTypeHeaderValue.TryParse(contentType, out var type)
        && type.MediaType.Equals("application/json", StringComparison.OrdinalIgnoreCase)
        && (!type.Charset.HasValue || type.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase));

    private static bool TryReadKey(HttpContext http, out string key)
    {
        var sent = http.Request.Headers[KeyHeader];
        key = sent.Count == 0 ? Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)) : sent.ToString();
        return sent.Count <= 1 && key.Length is > 0 and <= MaxKey && key.All(c => c is > ' ' and <= '~');
    }

    private static Problem BadKey { get; } = new(
        StatusCodes.Status400BadRequest,
        "bad-idempotency-key",
        $"The {KeyHeader} cannot be used",
        $"Send it once, with 1 to {MaxKey} visible ASCII characters and no spaces, such as a random UUID; or leave it out.");

    private static Problem UnknownRequest { get; } = new(
        StatusCodes.Status404NotFound,
        "unknown-request",
        $"There is no request with this id",
        $"An id looks like GAI-7K3M-Q2XF. Check it against the answer to your submission.");
}
