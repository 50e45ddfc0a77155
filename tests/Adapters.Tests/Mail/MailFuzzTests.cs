using CsCheck;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Mail;

/// <summary>
/// No mail makes the reader throw: mutations of the corpus, 10,000 of them here, as many as <c>APPROVALS_FUZZ</c> says in
/// a long run. A failure prints its seed; <c>CsCheck_Seed</c> plays it again.
/// </summary>
public class MailFuzzTests
{
    // Long ones say nothing that short ones do not, and take their time.
    private const int Short = 4_000;

    private static readonly int Runs = int.TryParse(Environment.GetEnvironmentVariable("APPROVALS_FUZZ"), out var runs) ? runs : 10_000;

    [Fact]
    public void Mutated_mail_is_read_or_refused()
    {
        var mails = Corpus.Names.Select(Corpus.Bytes).Where(mail => mail.Length <= Short).ToArray();
        var reader = Corpus.Reader("sealer-on");

        MailMutation.Of(mails).Sample(
            mail =>
            {
                // It works on memory and is done when it returns.
                if (reader.ReadAsync(new MemoryStream(mail), CancellationToken.None).GetAwaiter().GetResult() is MailReading.Read { Mail: var read })
                {
                    DeclarationReader.Read(MailDraft.Of(read, MailSamples.Productions), complete: false);
                }
            },
            iter: Runs,
            print: mail => Convert.ToBase64String(mail));
    }
}
