using System.Text;
using CsCheck;

namespace Adapters.Tests.Mail;

/// <summary>What transit, old programs and enemies do to mails: bytes change, parts are cut, spliced, repeated, blown up.</summary>
internal static class MailMutation
{
    // Far more than a line or a word has, little enough that thousands of mails are read in seconds.
    private const int Bomb = 20_000;

    private static readonly string[] Fields =
    [
        "From: x@y.example\r\n", "From: \"a@b.example\" <c@d.example>, \r\n", "Subject: =?iso-2022-jp?B?GyRC?= =?utf-7?Q?+A?=\r\n", "To: (((((((\"<;:@\r\n",
        "Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n", "Content-Type: message/rfc822\r\n", "Content-Type: text/html; charset=utf-16\r\n",
        "Content-Type: text/plain; format=flowed; delsp=yes; charset=gb18030\r\n", "Content-Type: application/ms-tnef; name=winmail.dat\r\n", "Content-Type: text/calendar; method=\"\"\r\n",
        "Content-Transfer-Encoding: base64\r\n", "Content-Transfer-Encoding: quoted-printable\r\n", "Content-Transfer-Encoding: uuencode\r\n", "Auto-Submitted: auto-replied\r\n",
        "Authentication-Results: mx.streamer.example; dmarc=pass header.from=\r\n", "ARC-Seal: i=1; d=forward.example;;=\r\n", "References: <<<@>>> <a@b\r\n", "Content-Disposition: attachment; filename*0*=utf-7''%2B; filename*9=x\r\n",
        "Message-ID: \r\n", "Return-Path: <>\r\n",
    ];

    private static readonly string[] Pieces =
    [
        "\r\n", "\n\n", "\r", "\0", "--", "\r\n--b\r\n", "\r\n--b--\r\n", "=?utf-8?B?", "?=", "<blockquote>", "&#xD800;", "&#x110000;", "+2D0-", "\ud800", "\uFFFE", "\r\nOn 2026, a@b wrote:\r\n> ",
        "\r\nFrom: a\r\nSent: b\r\nTo: c\r\n", "P1: yes\r\nP1: no\r\n", "1: yes, 2) no", "-- \r\n", "\x1b$B", "\x1b(B", "=C3=", "begin 644 x\r\n",
    ];

    /// <summary>One of the mails with up to eight changes.</summary>
    public static Gen<byte[]> Of(byte[][] mails)
    {
        var index = Gen.Int[0, mails.Length - 1];
        var change = Gen.Select(Gen.Int[0, 9], Gen.Double.Unit, Gen.Double.Unit, Gen.Int[0, 1_000], index);
        return Gen.Select(index, change.Array[1, 8]).Select((which, changes) =>
        {
            var mail = mails[which];
            foreach (var (how, from, to, what, other) in changes) mail = Change(mail, how, At(mail, from), At(mail, to), what, mails[other]);
            return mail;
        });
    }

    private static byte[] Change(byte[] mail, int how, int from, int to, int what, byte[] other)
    {
        var (start, end) = (Math.Min(from, to), Math.Max(from, to));
        var few = Math.Min(end, start + 200);
        return how switch
        {
            0 => mail.Length == 0 ? mail : [.. mail[..start], (byte)(mail[Math.Min(start, mail.Length - 1)] ^ (1 << (what % 8))), .. mail[Math.Min(start + 1, mail.Length)..]],
            1 => mail[..start],
            2 => [.. mail[..start], .. mail[few..]],
            3 => [.. mail[..start], .. other[Math.Min(start, other.Length)..]],
            4 => [.. mail[..few], .. mail[start..few], .. mail[few..]],
            5 => [.. mail[..start], .. Encoding.UTF8.GetBytes(Pieces[what % Pieces.Length]), .. mail[start..]],
            6 => Insert(mail, NextLine(mail, start), Fields[what % Fields.Length]),
            7 => Insert(mail, NextLine(mail, start / 4), Fields[what % Fields.Length]),
            8 => [.. mail[..start], .. Enumerable.Repeat((byte)what, what % 2 == 0 ? what : Bomb / 10), .. mail[start..]],
            _ => what % 50 == 0 ? [.. mail[..start], .. Enumerable.Repeat(Encoding.UTF8.GetBytes(Pieces[what % Pieces.Length]), Bomb / 10).SelectMany(b => b), .. mail[start..]] : mail,
        };
    }

    private static byte[] Insert(byte[] mail, int at, string text) => [.. mail[..at], .. Encoding.UTF8.GetBytes(text), .. mail[at..]];

    private static int At(byte[] mail, double where) => (int)(where * mail.Length);

    private static int NextLine(byte[] mail, int from) => Array.IndexOf(mail, (byte)'\n', from) + 1;
}
