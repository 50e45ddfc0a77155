using System.Text;
using Core.Tests.Records;
using UglyToad.PdfPig;
using Workflow.Core.Records;
using Workflow.Web.Records;

namespace Web.Tests.Records;

public class RecordPdfTests
{
    private static readonly Uri VerifyAt = new("https://approvals.studio.example/records");

    [Fact]
    public void Document_of_the_same_record_is_the_same_bytes() =>
        Assert.Equal(RecordPdf.Compose(ApprovedRequest.Record(), VerifyAt), RecordPdf.Compose(ApprovedRequest.Record(), VerifyAt));

    [Fact]
    public void Document_says_what_was_approved_on_what_terms_and_by_whom()
    {
        var text = Words(RecordPdf.Compose(ApprovedRequest.Record(), VerifyAt));

        Assert.All(
            [
                ApprovedRequest.Id.ToString(), "The Salt Road", "Delete the face model on delivery.", "Łucja Prawna", "Tom Deputy (deputy)",
                "Mailed link and code", "As agreed with the guild.", "Digital replica", "De-age the performer", "streamer-genai 2026.1",
                "Scene 41 only.", "consent.pdf", "30 Jun 2026", "9 March 2026, 15:42 UTC", "Page 1 of", ApprovedRequest.Record().Chain.Hash,
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
    }

    [Fact]
    public void Document_says_by_when_and_by_whom_a_condition_is_met()
    {
        var record = ApprovedRequest.Record() with { Conditions = [new RecordedCondition(1, "Show the final shots.", new DateOnly(2026, 5, 4), "Post production")] };

        Assert.Contains("Show the final shots. (by 4 May 2026, Post production)", Words(RecordPdf.Compose(record, VerifyAt)), StringComparison.Ordinal);
    }

    [Fact]
    public void Document_names_the_consents_it_rests_on()
    {
        var text = Words(RecordPdf.Compose(WrittenRecord.Of(ApprovedRequest.Consented(), ApprovedRequest.Events()), VerifyAt));

        Assert.All(
            [
                "Edouard Exemple: Consent to being recreated", "Edouard Exemple: Consent to the use as declared", "Twenty years younger in scene 41.", "Agence Exemple",
                "1 Mar 2026 to 31 Dec 2026", "from 1 Mar 2026", "agreement-1.pdf", "agreement-3.pdf", "Tom Deputy on 8 March 2026, 15:42 UTC",
            ],
            expected => Assert.Contains(expected, text, StringComparison.Ordinal));
        Assert.DoesNotContain("agreement-2.pdf", text, StringComparison.Ordinal);
        Assert.DoesNotContain("Consents", Words(RecordPdf.Compose(ApprovedRequest.Record(), VerifyAt)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("é à ç ü ñ ß Œ œ")]
    [InlineData("“quoted” ‘so’ – — … • € ™ ×")]
    [InlineData("Zażółć gęślą jaźń")]
    [InlineData("Příliš žluťoučký kůň")]
    [InlineData("Çağrı, Şule, İnci")]
    public void Text_of_european_languages_reads_back_as_written(string text)
    {
        var document = Describe(text);

        Assert.Contains(text, Words(document), StringComparison.Ordinal);
        Assert.DoesNotContain("A box stands for", Words(document), StringComparison.Ordinal);
    }

    [Fact]
    public void Decomposed_letters_are_shown_composed() =>
        Assert.Contains("café", Words(Describe("cafe\u0301")), StringComparison.Ordinal);

    [Theory]
    [InlineData("한국어 日本語")]
    [InlineData("невидимый")]
    [InlineData("abc\u202Efdp.exe")]
    [InlineData("zero\u200Bwidth")]
    [InlineData("\U0001F3AC")]
    [InlineData("\uD800")]
    public void Character_that_cannot_be_shown_becomes_a_visible_box_with_a_note(string text) =>
        Assert.Contains("A box stands for a character", Words(Describe(text)), StringComparison.Ordinal);

    [Fact]
    public void Very_long_text_runs_over_pages_and_none_of_it_is_lost()
    {
        var words = Enumerable.Range(0, 3000).Select(i => $"w{i}").ToList();
        var document = Describe(string.Join(' ', words));

        using var pdf = PdfDocument.Open(document);
        Assert.True(pdf.NumberOfPages > 3);
        Assert.Empty(words.Except(Words(document).Split(' ')));
    }

    [Fact]
    public void Word_without_a_space_is_cut_at_the_margin()
    {
        using var pdf = PdfDocument.Open(Describe(new string('W', 400)));

        Assert.All(pdf.GetPages().SelectMany(p => p.Letters), l => Assert.InRange(l.BoundingBox.Right, 0, 595 - 55));
    }

    [Fact]
    public async Task Sealed_document_opens_shows_the_same_text_and_is_genuine()
    {
        using var signer = new TestSigner();
        var document = RecordPdf.Compose(ApprovedRequest.Record(), VerifyAt);
        var stamp = new DocumentStamp(Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(document)), document.Length);
        var jws = await Jws.SignAsync(signer, new SignedRecord(ApprovedRequest.Record(), stamp).ToPayload(), TestContext.Current.CancellationToken);

        var file = SealedPdf.Seal(document, jws);

        Assert.Equal(Words(document), Words(file));
        using var pdf = PdfDocument.Open(file);
        Assert.True(pdf.Advanced.TryGetEmbeddedFiles(out var attached));
        Assert.Equal(jws, Encoding.ASCII.GetString(Assert.Single(attached).Memory.Span));
        Assert.True(Assert.IsType<Verification.Genuine>(RecordVerifier.Verify(file, signer.Keys)).HoldsDocument);
    }

    private static byte[] Describe(string text) =>
        RecordPdf.Compose(ApprovedRequest.Record(d => d with { Description = text }), VerifyAt);

    // Letters come in the order in which they were set; a new line or a new cell starts a new word.
    private static string Words(byte[] pdf)
    {
        using var document = PdfDocument.Open(pdf);
        var text = new StringBuilder();
        foreach (var letters in document.GetPages().Select(p => p.Letters))
        {
            for (var i = 0; i < letters.Count; i++)
            {
                var apart = i == 0
                    || Math.Abs(letters[i].StartBaseLine.Y - letters[i - 1].StartBaseLine.Y) > 0.5
                    || letters[i].StartBaseLine.X - letters[i - 1].EndBaseLine.X > 1;
                text.Append(apart ? " " : "").Append(letters[i].Value);
            }
        }

        return text.ToString();
    }
}
