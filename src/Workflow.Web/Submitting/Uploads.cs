using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Web.Submitting;

/// <summary>The files of a posted form: checked first, stored only when nothing else is wrong.</summary>
internal static class Uploads
{
    /// <summary>The files that were chosen; browsers send an empty part when none was.</summary>
    public static IReadOnlyList<IFormFile> In(IFormCollection form) =>
        [.. form.Files.GetFiles("attachments").Where(f => f.Length > 0 || f.FileName.Length > 0)];

    /// <summary>What is wrong with them, beside what the request already holds.</summary>
    public static IReadOnlyList<FieldProblem> Check(IReadOnlyList<IFormFile> files, IReadOnlyList<Attachment> existing)
    {
        var problems = new List<FieldProblem>();
        if (files.Count + existing.Count > DeclarationLimits.Attachments)
        {
            problems.Add(new("attachments", $"A request holds at most {DeclarationLimits.Attachments} files. Choose fewer, or put them into one archive."));
        }

        if (files.Sum(f => f.Length) + existing.Sum(a => a.Size) > DeclarationLimits.AttachmentBytes)
        {
            problems.Add(new("attachments", $"The files of a request are at most {DeclarationLimits.AttachmentBytes / 1024 / 1024} MB together. Choose smaller ones, or describe where they lie."));
        }

        return problems;
    }

    /// <summary>Stores them and says under what they are found.</summary>
    public static async Task<IReadOnlyList<Attachment>> StoreAsync(
        IReadOnlyList<IFormFile> files, IBlobs blobs, CancellationToken cancellationToken)
    {
        var stored = new List<Attachment>(files.Count);
        foreach (var file in files)
        {
            await using var content = file.OpenReadStream();
            var blob = await blobs.PutAsync(content, cancellationToken);
            stored.Add(new Attachment(DisplayName(file.FileName), MediaType(file.ContentType), blob.Size, blob.Sha256));
        }

        return stored;
    }

    // Without any path; PlainText takes out the marks that turn the reading direction, so that "gpj.exe" cannot show as
    // "exe.jpg". The end of a long name is kept, for it says what kind of file it is.
    private static string DisplayName(string sent) =>
        PlainText.Line(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..]) switch
        {
            null => "file",
            { Length: > DeclarationLimits.Line } name => name[^DeclarationLimits.Line..],
            var name => name,
        };

    private static string MediaType(string? sent) =>
        Microsoft.Net.Http.Headers.MediaTypeHeaderValue.TryParse(sent, out var type) && type.MediaType.Length <= DeclarationLimits.Line
            ? type.MediaType.ToString()
            : "application/octet-stream";
}
