using System.Globalization;
using Workflow.Core.People;
using Workflow.Core.Records;
using Workflow.Core.Requests;
using Workflow.Web.Records.Pdf;
using Workflow.Web.Wording;

namespace Workflow.Web.Records;

/// <summary>What the document says, from the answer down to the evidence: what, on what terms, by whom, and why.</summary>
internal static class RecordPdfText
{
    private const double Number = 22;

    public static Flow Set(WrittenRecord record, Uri? verifyAt)
    {
        var flow = new Flow();
        Answer(flow, record);
        Conditions(flow, record.Conditions);
        Approvals(flow, record.Approvals);
        Consents(flow, record.Consents);
        Declared(flow, record.Declared);
        Answers(flow, record.Answers);
        Findings(flow, record.Assessment);
        Proof(flow, record, verifyAt);
        return flow;
    }

    private static void Answer(Flow flow, WrittenRecord record)
    {
        flow.Paragraph("Written approval", Typeface.Bold, size: 20, gray: 0);
        flow.Paragraph(record.Title, size: 13, gray: 0.25);
        flow.Space(8);
        flow.Fact("Request", record.Request);
        flow.Fact("Production", record.Production);
        flow.Fact("Approved", Instant(record.IssuedAt));
        flow.Fact("Valid until", record.ValidUntil is { } until ? Instant(until) : "No end was set.");
        flow.Fact("Scope", record.Scope);
    }

    private static void Conditions(Flow flow, IReadOnlyList<RecordedCondition> conditions)
    {
        flow.Heading("Conditions");
        if (conditions.Count == 0)
        {
            flow.Paragraph("None were set.");
        }

        foreach (var condition in conditions)
        {
            flow.Fact(string.Create(CultureInfo.InvariantCulture, $"{condition.Number}."), ConditionWords.Of(condition).ToString(), Number);
        }
    }

    private static void Approvals(Flow flow, IReadOnlyList<RecordedApproval> approvals)
    {
        double[] widths = [0.2 * Flow.Measure, 0.24 * Flow.Measure, 0.25 * Flow.Measure, 0.31 * Flow.Measure];
        void Row(Typeface face, params IEnumerable<string> cells) => flow.Row([.. widths.Zip(cells, (width, text) => (width, text, face))]);

        flow.Heading("Approved by");
        Row(Typeface.Bold, "Seat", "Person", "Decision", "When and how identified");
        foreach (var approval in approvals)
        {
            flow.Rule();
            var capacity = approval.Capacity == "holder" ? "" : $" ({approval.Capacity})";
            Row(
                Typeface.Regular,
                approval.Seat,
                approval.Name + capacity,
                Sentence(approval.Decision),
                $"{Instant(approval.At)}\n{Sentence(approval.Authentication)}");
            if (approval.Comment is { Length: > 0 } comment)
            {
                flow.Paragraph($"“{comment}”", indent: widths[0]);
            }
        }
    }

    private static void Consents(Flow flow, IReadOnlyList<RecordedConsent>? consents)
    {
        if (consents is null)
        {
            return;
        }

        flow.Heading("Consents it rests on");
        foreach (var consent in consents)
        {
            flow.Paragraph($"{consent.Person}: {RecordedWords.Consent(consent.Kind)}", Typeface.Bold);
            flow.Fact("What it covers", consent.Scope);
            flow.Fact("Holds", Moment.Days(consent.From, consent.Until).ToString());
            flow.Fact("Signed by", consent.SignedBy);
            flow.Fact("Accepted by", $"{consent.CheckedBy} on {Instant(consent.CheckedAt)}");
            Files(flow, [consent.Document]);
            flow.Space(3);
        }
    }

    private static void Declared(Flow flow, RecordedDeclaration declared)
    {
        flow.Heading("What was declared");
        flow.Fact("By", $"{declared.Submitter} <{declared.Email}>");
        Optional(flow, "Their address", Wire.Read<Authentication>(declared.Proof) is { } proof ? ActorWords.Address(proof).ToString() : declared.Proof);
        flow.Fact("Use", declared.Description);
        foreach (var tool in declared.Tools)
        {
            flow.Fact("Tool", string.Join(", ", new[] { tool.Name, tool.Vendor, tool.Plan, tool.Terms }.Where(t => !string.IsNullOrEmpty(t))));
        }

        Optional(flow, "What goes in", declared.Inputs);
        Optional(flow, "Kinds of input", string.Join(", ", declared.InputKinds.Select(k => k.Replace('-', ' '))));
        Optional(flow, "What comes out", declared.Outputs);
        Optional(flow, "Where it ends up", declared.Use is { } use ? Sentence(use) : null);
        Optional(flow, "In the final picture", declared.FinalDeliverable is { } final ? Sentence(final) : null);
        Optional(flow, "People", string.Join(", ", declared.People));
        Optional(flow, "Who gains from it", string.Join(", ", declared.Beneficiaries));
        Optional(flow, "Dates", Moment.Days(declared.From, declared.To).ToString());
        Optional(flow, "Territory", declared.Territory);
        foreach (var (principle, answer) in Enum.GetValues<Principle>().Zip(declared.Principles))
        {
            flow.Fact($"Principle {(int)principle}", $"{PrincipleWords.Name(principle)}: {answer}");
        }

        Files(flow, declared.Files);
    }

    private static void Answers(Flow flow, IReadOnlyList<RecordedAnswer> answers)
    {
        if (answers.Count > 0)
        {
            flow.Heading("What was asked and answered");
        }

        foreach (var answer in answers)
        {
            flow.Fact("Question", answer.Question);
            flow.Fact("Answer", $"{answer.Answer}\n({Instant(answer.At)})");
            Files(flow, answer.Files);
        }
    }

    private static void Findings(Flow flow, RecordedAssessment assessment)
    {
        flow.Heading("What the policy saw");
        if (assessment.Findings.Count + assessment.Doubts.Count == 0)
        {
            flow.Paragraph("Nothing that needs a closer look.");
        }

        foreach (var finding in assessment.Findings)
        {
            Seen(flow, Sentence(finding.Code), finding.Source, finding.Rule, finding.Tier, finding.Evidence);
        }

        foreach (var doubt in assessment.Doubts)
        {
            Seen(flow, doubt.Reason, doubt.Source, doubt.Rule, doubt.Tier, doubt.Evidence);
        }
    }

    private static void Seen(
        Flow flow, string what, string source, string rule, string tier, IReadOnlyList<RecordedEvidence> evidence)
    {
        flow.Paragraph(what, Typeface.Bold);
        flow.Paragraph($"{source} (rule {rule}, at least tier {tier})", indent: Number);
        foreach (var item in evidence)
        {
            flow.Paragraph($"{item.Field}: “{item.Quote}”", indent: Number);
        }

        flow.Space(3);
    }

    private static void Proof(Flow flow, WrittenRecord record, Uri? verifyAt)
    {
        var policy = record.Assessment.Policy;
        flow.Heading("How it was judged, and how to check it");
        flow.Fact("Tier and route", $"{Sentence(record.Assessment.Tier)}, {record.Assessment.Route}");
        flow.Fact("Policy", $"{policy.Id} {policy.Version}, source read on {Moment.Day(policy.SourceRead)}\nSHA-256 {policy.Sha256}");
        flow.Fact("Classifier", record.Assessment.Classifier);
        flow.Fact("Chain of events", string.Create(
            CultureInfo.InvariantCulture, $"Event {record.Chain.Sequence} completed the approval; its hash stands for all before it.\n{record.Chain.Hash}"));
        flow.Fact("Proof", $"The signed data of this record is attached to this file as {SealedPdf.AttachmentName}. It holds the hash of "
            + "everything you see here, so a single changed byte shows. Keep this file as it is: saving it again from a program, "
            + "printing or scanning it loses the proof. To check it, offline: approvals record verify FILE"
            + (verifyAt is null ? "." : $". Or on the page {verifyAt}"));
        if (flow.HasReplacements)
        {
            flow.Fact("Characters", "A box stands for a character that the font of this document lacks, or that cannot be seen. "
                + "The exact text is in the attached signed data.");
        }
    }

    private static void Files(Flow flow, IReadOnlyList<RecordedFile> files)
    {
        foreach (var file in files)
        {
            flow.Fact("File", $"{file.Name}, {Phrase.Size(file.Size)}\nSHA-256 {file.Sha256}");
        }
    }

    private static void Optional(Flow flow, string label, string? text)
    {
        if (!string.IsNullOrWhiteSpace(text))
        {
            flow.Fact(label, text);
        }
    }

    private static string Instant(DateTimeOffset instant) =>
        RecordPdf.Day(instant) + instant.UtcDateTime.ToString(", HH:mm 'UTC'", CultureInfo.InvariantCulture);

    // A code is a word with hyphens: "approve-with-conditions" reads "Approve with conditions".
    private static string Sentence(string code) =>
        code.Length == 0 ? code : char.ToUpperInvariant(code[0]) + code[1..].Replace('-', ' ');
}
