using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using MimeKit;

namespace Bench;

/// <summary>
/// One mail after another, from its arrival at the door to the request that is on disk, beside what MimeKit's bare parse
/// of the same bytes costs in the same run, and beside the limit.
/// </summary>
internal static class MailBench
{
    private const string Key = "a-key-that-only-the-bench-knows-about";
    private const int Warming = 200;
    private static readonly TimeSpan Limit = TimeSpan.FromMilliseconds(50);

    public static async Task<int> RunAsync(TimeSpan duration)
    {
        using var folder = new ScratchFolder();
        await using var server = await BenchServer.StartAsync(
            folder.New(), new() { ["Intake:Key"] = Key, ["Mail:Receiver"] = "mx.streamer.example" });
        using var http = new HttpClient { BaseAddress = server.Address };
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", Key);

        var number = 0;
        async Task Take(int client) => await PostAsync(http, Mail(Interlocked.Increment(ref number)));
        for (var i = 0; i < Warming; i++) await Take(0);
        var taken = await ClosedLoop.RunAsync(1, duration, Take);
        var parse = Parse();
        Console.WriteLine("                  mails  median ms  p99 ms");
        Console.WriteLine(Row("stored request", taken.Count, taken.Median, taken.P99));
        Console.WriteLine(Row("MimeKit's parse", parse.Count, parse[parse.Count / 2], parse[parse.Count * 99 / 100]));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"ratio to the parse {taken.Median / parse[parse.Count / 2]:F0}, to the limit of {Limit.TotalMilliseconds:F0} ms {taken.Median / Limit:P0}"));
        return taken.Median < Limit ? 0 : 1;
    }

    private static async Task PostAsync(HttpClient http, byte[] mail)
    {
        using var content = new ByteArrayContent(mail);
        content.Headers.ContentType = new MediaTypeHeaderValue("message/rfc822");
        using var answer = await http.PostAsync(new Uri("/api/intake/email", UriKind.Relative), content);
        answer.EnsureSuccessStatusCode();
        if (answer.Headers.Location is null) throw new InvalidOperationException("The mail became no request.");
    }

    private static List<TimeSpan> Parse()
    {
        var taken = new List<TimeSpan>();
        for (var i = 0; i < 2000; i++)
        {
            using var mail = new MemoryStream(Mail(i));
            var start = Stopwatch.GetTimestamp();
            using var message = MimeMessage.Load(mail);
            taken.Add(Stopwatch.GetElapsedTime(start));
        }

        taken.Sort();
        return taken;
    }

    private static string Row(string what, long count, TimeSpan median, TimeSpan p99) => string.Create(
        CultureInfo.InvariantCulture, $"{what,-15} {count,7}  {median.TotalMilliseconds,9:F2}  {p99.TotalMilliseconds,6:F2}");

    private static byte[] Mail(int number) => Encoding.ASCII.GetBytes(
        $"""
        Authentication-Results: mx.streamer.example; dmarc=pass header.from=crew.example
        From: Maya Okonjo <maya@crew.example>
        To: AI declarations <ai-use@streamer.example>
        Subject: Mood boards, number {number}
        Date: Mon, 02 Mar 2026 09:12:00 +0000
        Message-ID: <bench-{number}@crew.example>
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        We would like to try out light and weather for the harbour at dusk. The pictures are made from our own colour
        notes and stay on the wall of the art department, where they help us talk before the painters start.

        Production: The Lantern Coast
        Tools: Brushwork Studio (Inkwell Labs, Enterprise, no training and no storage)
        Inputs: our own written colour notes
        Input kinds: own-or-licensed
        Outputs: loose pictures for a mood board
        Use: ideation
        Final deliverable: no
        P1: yes
        P2: yes
        P3: yes
        P4: yes
        P5: yes

        Maya
        """.ReplaceLineEndings("\r\n"));
}
