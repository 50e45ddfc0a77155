using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Html;
using Workflow.Core.Classification;

namespace Workflow.Web.Review;

/// <summary>Marks, in what was declared, what the policy saw there.</summary>
public sealed class Highlighter(IReadOnlyList<Evidence> evidence)
{
    /// <summary>A highlighter for everything that an assessment rests on; one that marks nothing when there is none.</summary>
    public static Highlighter For(Assessment? assessment) => new(
        [.. (assessment?.Findings ?? []).SelectMany(f => f.Evidence), .. (assessment?.Doubts ?? []).SelectMany(d => d.Evidence)]);

    /// <summary>A field's text, encoded, with its spans of evidence in <c>mark</c> elements.</summary>
    public IHtmlContent Text(string field, string text) => new Marked(Runs(text, Spans(field, text)));

    /// <summary>An answer in words, marked as a whole when it is evidence.</summary>
    public IHtmlContent Answer(string field, string words) =>
        new Marked([new Run(words, evidence.Any(e => e.Field == field))]);

    /// <summary>Cuts a text at the borders of spans. Spans that touch or overlap become one run, and no character is cut in half.</summary>
    internal static IReadOnlyList<Run> Runs(string text, IEnumerable<(int Start, int End)> spans)
    {
        var runs = new List<Run>();
        var done = 0;
        foreach (var (start, end) in Merge(spans.Select(s => (Widen(text, s.Start, -1), Widen(text, s.End, +1)))))
        {
            Add(done, start, isMarked: false);
            Add(start, end, isMarked: true);
            done = end;
        }

        Add(done, text.Length, isMarked: false);
        return runs;

        void Add(int from, int to, bool isMarked)
        {
            if (to > from)
                runs.Add(new Run(text[from..to], isMarked));
        }
    }

    // A span that does not say what stands there belongs to another revision of the text: better none than a wrong one.
    private IEnumerable<(int Start, int End)> Spans(string field, string text) =>
        from e in evidence
        where e.Field == field
        let start = e.Start ?? (e.Quote == text ? 0 : -1)
        where start >= 0 && e.Quote.Length > 0 && start + e.Quote.Length <= text.Length
            && text.AsSpan(start, e.Quote.Length).SequenceEqual(e.Quote)
        select (start, start + e.Quote.Length);

    private static List<(int Start, int End)> Merge(IEnumerable<(int Start, int End)> spans)
    {
        var merged = new List<(int Start, int End)>();
        foreach (var span in spans.Order())
        {
            if (merged.Count > 0 && span.Start <= merged[^1].End)
                merged[^1] = (merged[^1].Start, Math.Max(merged[^1].End, span.End));
            else
                merged.Add(span);
        }

        return merged;
    }

    private static int Widen(string text, int index, int step) =>
        index > 0 && index < text.Length && char.IsSurrogatePair(text[index - 1], text[index]) ? index + step : index;

    /// <summary>A stretch of text that is marked or is not.</summary>
    internal readonly record struct Run(string Text, bool IsMarked);

    private sealed class Marked(IReadOnlyList<Run> runs) : IHtmlContent
    {
        public void WriteTo(TextWriter writer, HtmlEncoder encoder)
        {
            foreach (var run in runs)
            {
                writer.Write(run.IsMarked ? "<mark>" : "");
                encoder.Encode(writer, run.Text);
                writer.Write(run.IsMarked ? "</mark>" : "");
            }
        }
    }
}
