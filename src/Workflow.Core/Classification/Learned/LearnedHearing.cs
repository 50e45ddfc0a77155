using Workflow.Core.Classification.Signals;

namespace Workflow.Core.Classification.Learned;

/// <summary>What a learned model hears in the texts of a declaration.</summary>
/// <remarks>
/// A finding scores what the sentence says that speaks for it most, alone or read together with a sentence of the title.
/// Neither depends on any other sentence, and the best of more is never less: further sentences only raise.
/// </remarks>
internal sealed class LearnedHearing
{
    private readonly LearnedModel _model;
    private readonly Best[] _best = new Best[LearnedModel.Codes.Length];

    private LearnedHearing(LearnedModel model) => _model = model;

    /// <summary>Weighs sentences; those of the field <c>title</c> are the title.</summary>
    public static LearnedHearing Of(LearnedModel model, IEnumerable<Hearing> sentences)
    {
        var hearing = new LearnedHearing(model);
        Array.Fill(hearing._best, new Best(float.MinValue, null, null));
        var titles = new List<Heard>();
        foreach (var sentence in sentences)
        {
            var isTitle = sentence.Text.Field == SearchedText.Title;
            if (!isTitle && !SentenceFeatures.SaysEnough(sentence.Sentence))
            {
                continue;
            }

            var heard = new Heard(sentence, model.Weigh(sentence));
            hearing.Take(heard, null);
            foreach (var title in isTitle ? [] : titles)
            {
                hearing.Take(heard, title);
            }

            if (isTitle)
            {
                titles.Add(heard);
            }
        }

        return hearing;
    }

    /// <summary>How much the texts speak for a finding; see <see cref="Listening"/>.</summary>
    public float Score(FindingCode code) => _best[(int)code].Score;

    /// <summary>The words that weigh most.</summary>
    public IReadOnlyList<Evidence> EvidenceFor(FindingCode code)
    {
        var best = _best[(int)code];
        return [.. new[] { best.Title, best.Sentence }.OfType<Heard>().Select(h => Heaviest.Words(_model, (int)code, h.Sentence)).OfType<Evidence>()];
    }

    private void Take(Heard heard, Heard? title)
    {
        var features = heard.Weight.Features + (title?.Weight.Features ?? 0);
        for (var code = 0; code < _best.Length; code++)
        {
            var score = _model.Score(code, heard.Weight.Sums[code] + (title?.Weight.Sums[code] ?? 0), features);
            if (score > _best[code].Score)
            {
                _best[code] = new Best(score, heard, title);
            }
        }
    }

    private sealed record Heard(Hearing Sentence, SentenceWeight Weight);

    private readonly record struct Best(float Score, Heard? Sentence, Heard? Title);
}
