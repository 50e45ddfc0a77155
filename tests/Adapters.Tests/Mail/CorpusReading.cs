using System.Text.Json.Nodes;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Mail;

/// <summary>A reading in words that can be compared and read: only what it says, in a fixed order.</summary>
internal static class CorpusReading
{
    private const int Long = 600;
    private const int Many = 20;

    public static JsonObject Of(MailReading reading) => reading switch
    {
        MailReading.Refused refused => new JsonObject { ["kind"] = "refused", ["reason"] = refused.Reason },
        MailReading.Bounced { Report: var report } => new JsonObject
        {
            ["kind"] = "bounced",
            ["messageIds"] = List(report.MessageIds),
            ["recipients"] = List(report.Recipients.Select(r => $"{r.Address} {(r.Failed ? "failed" : "not-failed")} {r.Status}".TrimEnd())),
        },
        MailReading.Automatic { Reply: var reply } => With(
            new JsonObject { ["kind"] = "automatic", ["from"] = reply.SenderAddress, ["saysAway"] = reply.SaysAway, ["sender"] = Sender(reply.Sender) },
            ("references", List(reply.References)),
            ("recipients", List(reply.Recipients))),
        MailReading.Read { Mail: var mail } => OfLetter(mail),
        _ => throw new ArgumentOutOfRangeException(nameof(reading)),
    };

    private static JsonObject OfLetter(IncomingMail mail)
    {
        var draft = MailDraft.Of(mail, MailSamples.Productions);
        return With(
            new JsonObject { ["kind"] = "read", ["from"] = $"{mail.SenderName} <{mail.SenderAddress}>", ["sender"] = Sender(mail.Sender) },
            ("references", List(mail.References)),
            ("recipients", List(mail.Recipients)),
            ("title", draft.Title),
            ("language", draft.Language),
            ("production", draft.Production),
            ("tools", List(draft.Tools.Select(Tool))),
            ("inputs", draft.Inputs),
            ("outputs", draft.Outputs),
            ("use", draft.Use),
            ("finalDeliverable", draft.FinalDeliverable),
            ("people", List(draft.PeopleDepicted)),
            ("dates", draft.From is null && draft.To is null ? null : $"{draft.From} to {draft.To}"),
            ("answers", string.Join(' ', new[] { draft.P1, draft.P2, draft.P3, draft.P4, draft.P5 }.Select(p => p ?? "-"))),
            ("description", Shown(draft.Description ?? "")),
            ("files", List(mail.Files.Select(f => $"{f.Name} {f.MediaType} {f.Content.Length}"))));
    }

    private static string Sender(SenderCheck check) => $"{(check.Passed ? "proven" : "held")}: {check.Reason}";

    private static string Tool(ToolDraft tool) => string.Join(" | ", new[] { tool.Name, tool.Vendor, tool.Plan, tool.Terms }.OfType<string>());

    private static string Shown(string text) => text.Length <= Long ? text : $"{text[..Long]}… ({text.Length} characters)";

    private static JsonArray? List(IEnumerable<string> entries)
    {
        List<string> all = [.. entries];
        if (all.Count == 0) return null;

        return [.. all.Count <= Many ? all : [all[0], $"… ({all.Count} entries)"]];
    }

    // What a mail does not say is not written down.
    private static JsonObject With(JsonObject described, params (string Name, JsonNode? Value)[] rest)
    {
        foreach (var (name, value) in rest)
        {
            if (value is not null) described[name] = value;
        }

        return described;
    }
}
