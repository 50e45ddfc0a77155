using System.Text;

namespace Adapters.Tests.Mail;

/// <summary>Mails made to cost more than their size: of each shape as many bytes as asked for, about.</summary>
internal static class MailShapes
{
    private const string Head = "Authentication-Results: mx.streamer.example; dmarc=pass header.from=studio.example\r\nFrom: ana@studio.example\r\n";

    public static IReadOnlyList<string> Names { get; } =
    [
        "short lines", "empty lines", "one line", "quoted lines", "attributions", "head lines", "labels", "long values", "numbered lines", "flowed", "html tags", "html quotes", "html entities",
        "open brackets", "recipients", "references", "from", "subject words", "headers", "parts", "file", "text file in base 64", "forwarded", "nested", "boundaries", "utf-7", "iso-2022-jp", "bounce text",
        "notice", "marks", "spaces",
    ];

    public static byte[] Of(string shape, int size) => Encoding.UTF8.GetBytes(shape switch
    {
        "short lines" => Text(Fill("a\r\n", size)),
        "empty lines" => Text(Fill("\r\n", size) + "x"),
        "one line" => Text(Fill("a", size)),
        "quoted lines" => Text(Fill("> a\r\n", size)),
        "attributions" => Text(Fill("On 2026 at 10:11 a@b wrote\r\n", size)),
        "head lines" => Text(Fill("From: a@b\r\n", size)),
        "labels" => Text(Fill("Inputs: a\r\nP1: maybe\r\n", size)),
        "long values" => Text("Inputs: a\r\n" + Fill("a\r\n", size)),
        "numbered lines" => Text(Fill("1: yes, 2: no, 3: a\r\n", size)),
        "flowed" => Head + "Subject: x\r\nContent-Type: text/plain; format=flowed; delsp=yes\r\n\r\n" + Fill("a \r\n", size),
        "html tags" => Html(Fill("<div><span a=b>", size)),
        "html quotes" => Html(Fill("<blockquote>a<br>", size)),
        "html entities" => Html(Fill("&eacute;&nbsp;&#x1F600;", size)),
        "open brackets" => Html(Fill("<", size)),
        "recipients" => Head + "Subject: x\r\nTo: " + Fill("a@b.example, ", size) + "\r\n\r\ntext",
        "references" => Head + "Subject: x\r\nReferences: " + Fill("<a@b>", size) + "\r\n\r\ntext",
        "from" => "Subject: x\r\nFrom: " + Fill("(((\"a\" <", size) + "\r\n\r\ntext",
        "subject words" => Head + "Subject: " + Fill("=?utf-8?q?a?= ", size) + "\r\n\r\ntext",
        "headers" => Head + Fill("X: y\r\n", size) + "\r\ntext",
        "parts" => Head + "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n" + Fill("--b\r\n\r\nx\r\n", size),
        "file" => Part("application/zip; name=a.zip", "base64", Fill("QUJDREVGR0hJSktM\r\n", size)),
        "text file in base 64" => Part("text/plain", "base64", Fill("YWFhYWFhYWFhYWFh\r\n", size)),
        "forwarded" => Part("message/rfc822", "7bit", "Subject: y\r\n\r\n" + Fill("a\r\n", size)),
        "nested" => Head + "Subject: x\r\n" + Fill("Content-Type: message/rfc822\r\n\r\n", size),
        "boundaries" => Head + "Subject: x\r\nContent-Type: multipart/mixed; boundary=" + new string('b', 60) + "\r\n\r\n" + Fill("--" + new string('b', 59) + "\r\n", size),
        "utf-7" => Head + "Subject: x\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n" + Fill("+AOk-", size),
        "iso-2022-jp" => Head + "Subject: x\r\nContent-Type: text/plain; charset=iso-2022-jp\r\n\r\n" + Fill("\x1b$B4_\x1b(B", size),
        "bounce text" => "Return-Path: <>\r\nFrom: MAILER-DAEMON@a.example\r\n\r\n" + Fill("  <a@b.example\r\n", size),
        "notice" => Text(Fill("This message is confidential. ", size) + "recipient"),
        "marks" => Text(Fill("_____ ", size)),
        "spaces" => Text("On" + Fill(" ", size) + "x"),
        _ => throw new ArgumentOutOfRangeException(nameof(shape)),
    });

    private static string Text(string text) => Head + "Subject: x\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text;

    private static string Html(string html) => Head + "Subject: x\r\nContent-Type: text/html; charset=utf-8\r\n\r\n" + html;

    private static string Part(string type, string encoding, string content) =>
        Head + "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: " + type + "\r\nContent-Transfer-Encoding: " + encoding + "\r\n\r\n" + content + "\r\n--b--\r\n";

    private static string Fill(string piece, int size) => new StringBuilder(size + piece.Length).Insert(0, piece, Math.Max(1, size / piece.Length)).ToString();
}
