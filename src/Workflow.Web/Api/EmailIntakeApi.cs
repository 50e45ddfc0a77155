using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using Workflow.Core.Approval;
using Workflow.Core.Intake;
using Workflow.Web.Pages;

namespace Workflow.Web.Api;

/// <summary>Where the installation's own mail server hands mails in.</summary>
public sealed class EmailIntakeApi(MailIntake intake, ApprovalDesk desk, IOptions<IntakeOptions> options)
{
    /// <summary>
    /// <c>POST /api/intake/email</c> with a raw mail: 202 with the request that it opens or joins, or with
    /// status <c>quarantined</c> or <c>noted</c> (the word of a program); 422 when
    /// the mail cannot be taken, with the reason. The same mail again gives the same request.
    /// </summary>
    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (Refusal(http) is { } refused)
        {
            return refused.ToJson();
        }

        if (!MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var type)
            || !type.MediaType.Equals("message/rfc822", StringComparison.OrdinalIgnoreCase))
        {
            return Bodies.WrongType("one raw mail as message/rfc822").ToJson();
        }

        if (Bodies.Limit(http, MailLimits.RawBytes) is { } tooLarge)
        {
            return tooLarge.ToJson();
        }

        try
        {
            return await AnswerAsync(http, await intake.TakeAsync(http.Request.Body, http.RequestAborted));
        }
        catch (BadHttpRequestException e)
        {
            return Faults.For(e).ToJson();
        }
    }

    private async Task<IResult> AnswerAsync(HttpContext http, MailIntakeResult result)
    {
        switch (result)
        {
            case MailIntakeResult.Accepted accepted:
                var request = await desk.FindAsync(accepted.Id, http.RequestAborted)
                    ?? throw new InvalidOperationException($"Request {accepted.Id} was taken in and is not there.");
                http.Response.Headers.Location = RequestDocument.PathOf(accepted.Id);
                return (RequestDocument.Of(request) with { Missing = accepted.Missing is [] ? null : accepted.Missing })
                    .ToResult(accepted.IsNew ? StatusCodes.Status202Accepted : StatusCodes.Status200OK);

            case MailIntakeResult.Joined joined:
                var joinedTo = await desk.FindAsync(joined.Id, http.RequestAborted)
                    ?? throw new InvalidOperationException($"A mail was joined to {joined.Id}, which is not there.");
                http.Response.Headers.Location = RequestDocument.PathOf(joined.Id);
                return RequestDocument.Of(joinedTo).ToResult(StatusCodes.Status202Accepted);

            case MailIntakeResult.Noted noted:
                return Held("noted", noted.What);

            case MailIntakeResult.Quarantined quarantined:
                return Held("quarantined", quarantined.Reason);

            case MailIntakeResult.Refused refused:
                return new Problem(
                    StatusCodes.Status422UnprocessableEntity, "mail-refused", $"{refused.Reason}", $"{refused.Remedy}").ToJson();

            default:
                throw new InvalidOperationException($"A mail was taken in as {result.GetType()}.");
        }
    }

    private static IResult Held(string status, string reason) => Page.Secure(Results.Json(
        new HeldMailDocument(status, reason), ApiJson.Default.HeldMailDocument, "application/json", StatusCodes.Status202Accepted));

    private Problem? Refusal(HttpContext http)
    {
        if (string.IsNullOrEmpty(options.Value.Key))
        {
            return new Problem(
                StatusCodes.Status404NotFound,
                "intake-closed",
                $"This installation takes no mails over HTTP",
                $"To open this address, set Intake:Key to a random secret of at least 32 characters and have the mail server send it as a bearer token.");
        }

        // Hashes have one length, so the comparison tells nothing of the key, not even how long it is.
        const string Scheme = "Bearer ";
        var sent = http.Request.Headers.Authorization.ToString();
        var presented = sent.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) ? sent[Scheme.Length..].Trim() : "";
        if (CryptographicOperations.FixedTimeEquals(Hash(presented), Hash(options.Value.Key)))
        {
            return null;
        }

        http.Response.Headers.WWWAuthenticate = "Bearer";
        return new Problem(
            StatusCodes.Status401Unauthorized,
            "intake-key-needed",
            $"This address is for the installation's own mail server",
            $"Send the key from the setting Intake:Key as Authorization: Bearer. To declare a use, send a mail or fill in the form.");
    }

    private static byte[] Hash(string text) => SHA256.HashData(Encoding.UTF8.GetBytes(text));
}
