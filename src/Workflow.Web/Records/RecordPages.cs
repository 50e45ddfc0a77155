using System.Text;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Records;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Workflow.Web.Records;

/// <summary>Pages on which anybody can tell a genuine record from an altered one, and from which its owners take it.</summary>
public sealed class RecordPages
{
    // Room for the parts of the form around the file.
    private static readonly FormSize Upload = new(RecordVerifier.MaxBytes + (16 * 1024), 8);

    private readonly RecordArchive _archive;
    private readonly RecordKeys _keys;
    private readonly IReadOnlyList<IRecordAccess> _access;
    private readonly FormGuard _forms;
    private readonly TimeProvider _clock;

    internal RecordPages(RecordArchive archive, RecordKeys keys, IEnumerable<IRecordAccess> access, FormGuard forms, TimeProvider clock) =>
        (_archive, _keys, _access, _forms, _clock) = (archive, keys, [.. access], forms, clock);

    /// <summary>
    /// <c>GET /records/{id}</c>. Whether the stored record is genuine; all that it says only to those who may read it.
    /// </summary>
    public async Task<IResult> ShowAsync(HttpContext http, string id)
    {
        if (await FindAsync(http, id) is not ({ } request, { } archived))
        {
            return NoRecord.ToResult(http);
        }

        var reader = await ReaderAsync(http, request);
        var model = new RecordView(request.ToString(), archived.Verification, reader is not null, http.Request.QueryString.Value ?? "", _clock.GetUtcNow());
        return Page.Html(Slices.Records.RecordPage.Create(model), language: reader);
    }

    /// <summary><c>GET /records/{id}/file.pdf</c>. The file to keep, for those who may read it.</summary>
    public Task<IResult> FileAsync(HttpContext http, string id) =>
        DownloadAsync(http, id, "pdf", "application/pdf", file => file.ToArray());

    /// <summary><c>GET /records/{id}/record.jws</c>. The signed data alone, for programs of those who may read it.</summary>
    public Task<IResult> JwsAsync(HttpContext http, string id) =>
        DownloadAsync(http, id, "jws", "application/jose", file => Encoding.ASCII.GetBytes(SealedPdf.Split(file)!.Jws));

    /// <summary><c>GET /records</c> and <c>GET /records/verify</c>. The form for a file that somebody holds.</summary>
    public Task<IResult> FormAsync(HttpContext http) => Task.FromResult(Form(http, problem: null));

    /// <summary><c>POST /records/verify</c>. What the sent file is; nothing of it is kept.</summary>
    public async Task<IResult> VerifyAsync(HttpContext http)
    {
        switch (await _forms.ReadAsync(http, Upload, http.RequestAborted))
        {
            case PostedForm.Unreadable unreadable:
                return unreadable.Problem.ToResult(http);
            case PostedForm.Unproven:
                return Form(http, $"This page had been open for too long. Please choose the file again.");
            case PostedForm.Genuine posted when posted.Fields.Files.GetFile("file") is { Length: > 0 } file:
                if (file.Length > RecordVerifier.MaxBytes)
                {
                    return Bodies.TooLarge(RecordVerifier.MaxBytes).ToResult(http);
                }

                var verification = RecordVerifier.Verify(await ReadAsync(file, http.RequestAborted), _keys);
                return Page.Html(Slices.Records.VerifiedPage.Create(new RecordView(file.FileName, verification, MayRead: true, "", _clock.GetUtcNow())));
            default:
                return Form(http, $"Choose the file to verify: the PDF of a record, or its .jws file.");
        }
    }

    /// <summary><c>GET /.well-known/approvals-keys.json</c>. The public keys, to verify records offline.</summary>
    public IResult Keys(HttpContext http)
    {
        http.Response.Headers.CacheControl = "public, max-age=3600";
        return Page.Secure(Results.Bytes(_keys.ToJwks(), "application/jwk-set+json"));
    }

    private static Problem NoRecord => new(
        StatusCodes.Status404NotFound,
        "no-record",
        $"There is no record under this number",
        $"Check the number. A record exists only once a request has been approved; it takes a few minutes until it can be found here.");

    private static Problem NotYours => new(
        StatusCodes.Status403Forbidden,
        "no-access",
        $"This link does not open the record",
        $"Open the record from the link in your mail; an old link may have run out. Whether the record is genuine, anybody can see on its page.");

    private static Problem NotGenuine => new(
        StatusCodes.Status409Conflict,
        "record-altered",
        $"This record is not handed out",
        $"What is stored is no longer as it was issued. Its page says what does not fit; tell whoever runs this service. A file that was taken out before can still be verified.");

    private async Task<IResult> DownloadAsync(
        HttpContext http, string id, string extension, string mediaType, Func<ReadOnlyMemory<byte>, byte[]> content)
    {
        if (await FindAsync(http, id) is not ({ } request, { } archived))
        {
            return NoRecord.ToResult(http);
        }

        if (await ReaderAsync(http, request) is not { } reader)
        {
            return NotYours.ToResult(http);
        }

        return archived.Verification is Verification.Genuine
            ? Page.Secure(Results.Bytes(content(archived.File), mediaType, $"{request}.{extension}"))
            : NotGenuine.ToPage(reader);
    }

    private async Task<(RequestId Id, ArchivedRecord Record)?> FindAsync(HttpContext http, string id) =>
        RequestId.TryParse(id, null, out var request) && await _archive.FindAsync(request, http.RequestAborted) is { } record
            ? (request, record)
            : null;

    // The language of whoever may read it; null when the visitor may not.
    private async ValueTask<Language?> ReaderAsync(HttpContext http, RequestId id)
    {
        foreach (var access in _access)
        {
            if (await access.ReaderAsync(http, id) is { } reader)
            {
                return reader;
            }
        }

        return null;
    }

    private IResult Form(HttpContext http, Text? problem) => Page.Html(
        Slices.Records.VerifyPage.Create(new VerifyForm(_forms.Seal(http), problem)),
        problem is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest);

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        await file.CopyToAsync(content, cancellationToken);
        return content.ToArray();
    }
}
