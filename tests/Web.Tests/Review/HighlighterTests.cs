using System.Text.Encodings.Web;
using CsCheck;
using Microsoft.AspNetCore.Html;
using Workflow.Core.Classification;
using Workflow.Web.Review;

namespace Web.Tests.Review;

public sealed class HighlighterTests
{
    private static readonly string[] Letters = ["a", "b", " ", "🎬", "é", "<"];

    [Fact]
    public void Evidence_is_marked_and_html_around_and_in_it_stays_text()
    {
        const string Text = "<b>clone</b> the voice <script>";

        Assert.Equal(
            "&lt;b&gt;<mark>clone&lt;/b&gt;</mark> the <mark>voice</mark> &lt;script&gt;",
            Html(new Highlighter([Span(Text, "clone</b>"), Span(Text, "voice")]).Text("description", Text)));
    }

    [Fact]
    public void Overlapping_and_touching_spans_become_one_mark()
    {
        const string Text = "a digital replica here";

        Assert.Equal(
            "a <mark>digital replica</mark> here",
            Html(new Highlighter([Span(Text, "digital rep"), Span(Text, "replica"), Span(Text, "digital")]).Text("description", Text)));
    }

    [Fact]
    public void Evidence_of_another_revision_marks_nothing()
    {
        var stale = new Evidence("description", "voice", 4);

        Assert.Equal("no such word", Html(new Highlighter([stale]).Text("description", "no such word")));
        Assert.Equal("abc", Html(new Highlighter([stale]).Text("description", "abc")));
    }

    [Fact]
    public void Evidence_of_another_field_marks_nothing() =>
        Assert.Equal("voice", Html(new Highlighter([new Evidence("title", "voice", 0)]).Text("description", "voice")));

    [Fact]
    public void Answer_that_is_evidence_is_marked_as_a_whole()
    {
        var highlighter = new Highlighter([new Evidence("p2", "no")]);

        Assert.Equal("<mark>No</mark>", Html(highlighter.Answer("p2", "No")));
        Assert.Equal("Yes", Html(highlighter.Answer("p3", "Yes")));
    }

    [Fact]
    public void Runs_give_back_the_whole_text_and_mark_exactly_the_spans() =>
        (from text in Gen.Int[0, 5].Select(i => Letters[i]).Array[0, 30].Select(string.Concat)
         from spans in Gen.Select(Gen.Int[0, text.Length], Gen.Int[0, text.Length]).Select((a, b) => (Math.Min(a, b), Math.Max(a, b))).Where(s => s.Item1 < s.Item2 || text.Length == 0).Array[0, text.Length == 0 ? 0 : 6]
         select (text, spans))
        .Sample((text, spans) =>
        {
            var runs = Highlighter.Runs(text, spans);
            Assert.Equal(text, string.Concat(runs.Select(r => r.Text)));
            var at = 0;
            foreach (var run in runs)
            {
                Assert.False(char.IsLowSurrogate(run.Text[0]) || char.IsHighSurrogate(run.Text[^1]));
                for (var i = at; i < at + run.Text.Length; i++)
                {
                    var isPair = char.IsSurrogate(text[i]);
                    Assert.True(isPair || run.IsMarked == spans.Any(s => s.Item1 <= i && i < s.Item2));
                }

                at += run.Text.Length;
            }

            Assert.DoesNotContain(runs.Zip(runs.Skip(1)), pair => pair.First.IsMarked == pair.Second.IsMarked);
        });

    private static Evidence Span(string text, string quote) =>
        new("description", quote, text.IndexOf(quote, StringComparison.Ordinal));

    private static string Html(IHtmlContent content)
    {
        using var writer = new StringWriter();
        content.WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
