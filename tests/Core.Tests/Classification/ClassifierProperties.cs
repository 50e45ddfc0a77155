using System.Diagnostics;
using Core.Tests.Policies;
using CsCheck;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Classification;

public sealed class ClassifierProperties
{
    private static readonly string[] Words =
        "we not no without clone the voice of our lead generated final cut script upload to free version noise reduction but on ne clone pas la voix sans acteur livré dans le master généré affiche train model artist drawings temp . \n , ; ( ) - \u200B".Split(' ');

    private static readonly Gen<string> Sentence = Gen.Int[0, Words.Length - 1].Select(i => Words[i]).Array[1, 14].Select(words => string.Join(' ', words));

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 200],
        Gen.Char.Array[0, 200].Select(chars => new string(chars)),
        Sentence.Array[0, 5].Select(s => string.Join(". ", s)));

    [Fact]
    public void More_sentences_never_lower_the_tier() =>
        Gen.Select(Sentence.Array[0, 4], Sentence, Gen.Int[0, 4]).Sample((sentences, added, at) =>
        {
            var more = sentences.ToList();
            more.Insert(Math.Min(at, sentences.Length), added);

            return Classifier.Assess(BuiltIn.Policy, Declared.Saying(string.Join("\n\n", more)), []).Tier
                >= Classifier.Assess(BuiltIn.Policy, Declared.Saying(string.Join("\n\n", sentences)), []).Tier;
        });

    [Fact]
    public void Later_answers_never_lower_the_tier() =>
        Gen.Select(AnyText, AnyText).Sample((description, answer) =>
            Assess(description, answer).Tier >= Assess(description).Tier);

    [Fact]
    public void Text_never_lowers_what_was_declared() =>
        Gen.Select(AnyText, Gen.Enum<IntendedUse>(), Gen.Enum<Answer>()).Sample((text, use, answer) =>
        {
            var declared = Declared.Harmless with { Use = use, FinalDeliverable = answer, Principles = new(answer, answer, answer, answer, answer) };
            var floor = Classifier.Assess(BuiltIn.Policy, declared, []).Tier;

            return Classifier.Assess(BuiltIn.Policy, declared with { Inputs = text }, []).Tier >= floor;
        });

    [Fact]
    public void Evidence_quotes_the_original_exactly() =>
        Gen.Select(AnyText, AnyText).Sample((description, answer) =>
        {
            var assessment = Assess(description, answer);
            var evidence = assessment.Findings.SelectMany(f => f.Evidence).Concat(assessment.Doubts.SelectMany(d => d.Evidence));
            return evidence.Where(e => e.Start is not null).All(e =>
            {
                var original = e.Field == "information[0]" ? answer : e.Field == "description" ? description : Declared.Harmless.Title;
                return original.Substring(e.Start!.Value, e.Quote.Length) == e.Quote;
            });
        });

    [Fact]
    public void Tier_is_the_strictest_of_findings_and_doubts() =>
        AnyText.Sample(text =>
        {
            var assessment = Assess(text);
            return assessment.Tier == assessment.Findings.Select(f => f.Tier).Concat(assessment.Doubts.Select(d => d.Tier)).Append(Tier.Notify).Max();
        });

    // Ten times the longest text takes about ten times as long: a quadratic step would take a hundred times.
    [Fact]
    public void Long_text_of_one_sentence_is_judged_in_linear_time()
    {
        var words = string.Join(' ', Enumerable.Repeat("clone not the free upload generated voice", 500));
        _ = Assess(words);

        var once = Time(words);
        var tenfold = Time(string.Join(' ', Enumerable.Repeat(words, 10)));

        Assert.True(tenfold < (once * 40) + TimeSpan.FromMilliseconds(200), $"{once} became {tenfold}");
    }

    private static TimeSpan Time(string text)
    {
        var watch = Stopwatch.StartNew();
        _ = Assess(text);
        return watch.Elapsed;
    }

    private static Assessment Assess(string description, params string[] answers) =>
        Classifier.Assess(BuiltIn.Policy, Declared.Harmless with { Description = description }, answers);
}
