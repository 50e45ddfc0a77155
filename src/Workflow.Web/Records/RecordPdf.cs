using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Records;
using Workflow.Web.Records.Pdf;

namespace Workflow.Web.Records;

/// <summary>The written approval as a document for people: A4, without its signature (<see cref="SealedPdf"/> adds that).</summary>
public static class RecordPdf
{
    private const double Small = 7.5;

    /// <summary>Composes the document. The same record and address give the same bytes.</summary>
    /// <param name="record">What it says.</param>
    /// <param name="verifyAt">The page on which anybody can check it; null when there is none.</param>
    public static byte[] Compose(WrittenRecord record, Uri? verifyAt = null)
    {
        var flow = RecordPdfText.Set(record, verifyAt);
        for (var i = 0; i < flow.Pages.Count; i++)
        {
            Frame(flow.Pages[i], record, verifyAt, i + 1, flow.Pages.Count);
        }

        return Assemble(record, flow.Pages);
    }

    private static void Frame(Sheet page, WrittenRecord record, Uri? verifyAt, int number, int count)
    {
        const double top = Sheet.Height - 52;
        const double bottom = 56;
        Line(page, top, $"{record.Request} · written approval of a use of generative AI", alignRight: false);
        Line(page, top, Day(record.IssuedAt), alignRight: true);
        page.Rule(Flow.Margin, top - 8, Flow.Measure);
        page.Rule(Flow.Margin, bottom + 14, Flow.Measure);
        var where = verifyAt is null ? "" : $" or at {verifyAt}";
        Line(page, bottom, $"This file carries its own proof. Verify it with: approvals record verify FILE{where}", alignRight: false);
        Line(page, bottom - 12, string.Create(CultureInfo.InvariantCulture, $"Page {number} of {count}"), alignRight: true);
    }

    private static void Line(Sheet page, double y, string text, bool alignRight)
    {
        var line = Flow.Wrap(Typeface.Regular, text, Small, Flow.Measure)[0];
        var x = alignRight ? Sheet.Width - Flow.Margin - (line.Sum(g => g.Width) * Small / 1000) : Flow.Margin;
        page.Text(x, y, Small, gray: 0.35, line);
    }

    private static byte[] Assemble(WrittenRecord record, IReadOnlyList<Sheet> pages)
    {
        var objects = new PdfObjects();
        var catalog = objects.Reserve();
        var seal = objects.Reserve();
        var tree = objects.Reserve();
        var attachment = objects.Add(
            $"<< /Type /Filespec /F ({SealedPdf.AttachmentName}) /UF ({SealedPdf.AttachmentName}) /AFRelationship /Data "
            + $"/Desc (The signed record) /EF << /F {seal} 0 R /UF {seal} 0 R >> >>");
        var info = objects.Add(
            $"<< /Title {PdfObjects.Text($"{record.Request}: {record.Title}")} /Producer (Approvals) "
            + string.Create(CultureInfo.InvariantCulture, $"/CreationDate (D:{record.IssuedAt.UtcDateTime:yyyyMMddHHmmss}Z) >>"));
        var fonts = string.Join(' ', Typeface.Resources.Select(f => $"/{f.Name} {objects.Add(f.Dictionary)} 0 R"));
        var kids = pages.Select(page => objects.Add(
            $"<< /Type /Page /Parent {tree} 0 R /Contents {objects.AddStream(page.ToString())} 0 R >>")).ToList();

        objects.Set(catalog, $"<< /Type /Catalog /Pages {tree} 0 R /Lang (en) /ViewerPreferences << /DisplayDocTitle true >> "
            + $"/AF [{attachment} 0 R] /Names << /EmbeddedFiles << /Names [({SealedPdf.AttachmentName}) {attachment} 0 R] >> >> >>");
        objects.Set(tree, string.Create(
            CultureInfo.InvariantCulture,
            $"<< /Type /Pages /Count {kids.Count} /Kids [{string.Join(' ', kids.Select(k => $"{k} 0 R"))}] /MediaBox [0 0 {Sheet.Width} {Sheet.Height}] /Resources << /Font << {fonts} >> >> >>"));

        if (seal != SealedPdf.SealObject)
        {
            throw new InvalidOperationException("The object for the seal was given away.");
        }

        var id = SHA256.HashData(Encoding.UTF8.GetBytes($"{record.Request}\n{record.Chain.Hash}"));
        return objects.ToFile(catalog, info, Convert.ToHexString(id)[..32]);
    }

    internal static string Day(DateTimeOffset instant) => instant.UtcDateTime.ToString("d MMMM yyyy", CultureInfo.InvariantCulture);
}
