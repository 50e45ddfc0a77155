using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification.SecondReading;

/// <summary>
/// What a model is asked about a declaration, and what may come of its answer. Pure: whoever asks has the answer made
/// elsewhere.
/// </summary>
/// <remarks>
/// A model can only raise (promise 4): its claims are added to what the policy found, and only where they quote words that
/// were sent to it. What it leaves out, denies or calls harmless changes nothing.
/// </remarks>
public sealed class SecondQuestion
{
    // More claims, or longer quotes, are no reading but noise.
    private const int MostClaims = 50;
    private const int LongestQuote = 500;
    private const int ShortestQuote = 3;

    private readonly ModelClearance _clearance;
    private readonly Policy _policy;
    private readonly IReadOnlyList<SearchedText> _originals;

    private SecondQuestion(ModelClearance clearance, Policy policy, IReadOnlyList<SearchedText> originals, IEnumerable<string> names)
    {
        _clearance = clearance;
        _policy = policy;
        _originals = originals;
        var blots = new Blots(names);
        Texts = [.. originals.Select(text => new ReadableText(text.Field, clearance.PersonalData ? text.Text : blots.Over(text.Text)))];
    }

    /// <summary>What is sent, by the fields that evidence cites.</summary>
    public IReadOnlyList<ReadableText> Texts { get; }

    /// <summary>What it may find, in the policy's words.</summary>
    public IReadOnlyDictionary<FindingCode, Clause> Findings => _policy.Findings;

    /// <summary>The question to put to a model; null when the policy does not clear its host, which then gets nothing.</summary>
    /// <param name="policy">The policy that judges.</param>
    /// <param name="host">The model's host, in lower case.</param>
    /// <param name="submission">What was sent, with its newest declaration.</param>
    /// <param name="furtherTexts">Answers given in information rounds.</param>
    public static SecondQuestion? Of(Policy policy, string host, Submission submission, IEnumerable<string> furtherTexts)
    {
        var declaration = submission.Declaration;
        return policy.Models.FirstOrDefault(m => m.Host == host) is not { } clearance ? null : new SecondQuestion(
            clearance,
            policy.For(declaration.Production),
            [.. SearchedText.About(declaration), .. SearchedText.AboutTools(declaration), .. SearchedText.Further(furtherTexts)],
            [.. declaration.PeopleDepicted, .. declaration.Beneficiaries, submission.Submitter.Name]);
    }

    /// <summary>The assessment with what the model found besides, and with its stamp.</summary>
    /// <param name="assessment">What the policy made of the same texts.</param>
    /// <param name="reading">What came of asking.</param>
    public Assessment Raise(Assessment assessment, Reading reading)
    {
        var claimed = reading.Claims.Take(MostClaims)
            .GroupBy(claim => claim.Finding, claim => Place(claim.Quote))
            .Select(claims => (Code: claims.Key, Evidence: (IReadOnlyList<Evidence>)[.. claims.OfType<Evidence>().Distinct()]))
            .Where(claim => claim.Evidence.Count > 0 && !assessment.Findings.Any(f => f.Code == claim.Code && f.Tier >= TierOf(claim.Code)))
            .OrderBy(claim => claim.Code)
            .ToList();
        var raised = assessment with
        {
            Findings = [.. assessment.Findings, .. _clearance.Raises is ModelWord.Finding ? claimed.Select(c => ToFinding(c.Code, c.Evidence)) : []],
            Doubts = [.. assessment.Doubts, .. _clearance.Raises is ModelWord.Doubt ? claimed.Select(c => ToDoubt(c.Code, c.Evidence)) : []],
            Model = reading.By,
        };
        return claimed.Count == 0 ? raised : Routed(raised);
    }

    private Finding ToFinding(FindingCode code, IReadOnlyList<Evidence> evidence) => new(code, RuleOf(code), _policy.Findings[code].Source, TierOf(code), evidence);

    private Doubt ToDoubt(FindingCode code, IReadOnlyList<Evidence> evidence) => new(
        _policy.Learned?.Findings.GetValueOrDefault(code)?.Doubt ?? _policy.Findings[code].Text, RuleOf(code), _policy.Findings[code].Source, Tier.Review, evidence);

    private static string RuleOf(FindingCode code) => $"model-{Wire.Word(code)}";

    private Tier TierOf(FindingCode code) => Rule.StrictestFor(code, _policy.Rules);

    private Assessment Routed(Assessment raised)
    {
        var tier = raised.Findings.Select(f => f.Tier).Concat(raised.Doubts.Select(d => d.Tier)).Append(raised.Tier).Max();
        return raised with
        {
            Tier = tier,
            Route = _policy.RouteFor(
                tier, raised.Findings.Select(f => f.Code).ToHashSet(), [.. raised.Findings.Select(f => f.Rule), .. raised.Doubts.Select(d => d.Rule)]),
        };
    }

    // Null for words that were not sent: invented, translated or mended.
    private Evidence? Place(string quote)
    {
        var words = quote.Trim();
        for (var i = 0; words.Length is >= ShortestQuote and <= LongestQuote && i < Texts.Count; i++)
        {
            if (Texts[i].Text.IndexOf(words, StringComparison.Ordinal) is >= 0 and var start)
            {
                return _originals[i].Quote(start, start + words.Length);
            }
        }

        return null;
    }
}

/// <summary>A text as a model may read it.</summary>
/// <param name="Field">The declaration's field, as evidence cites it.</param>
/// <param name="Text">What of it may be sent.</param>
public sealed record ReadableText(string Field, string Text);
