using Workflow.Core.Classification.Evaluation;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Learned;

/// <summary>A labelled declaration with a model that was learned without it: what such a model does with words it has never seen.</summary>
/// <param name="Case">The declaration.</param>
/// <param name="Model">Learned from the others.</param>
/// <param name="Policy">Whose signals both listen with.</param>
public sealed record HeldOut(LabelledCase Case, LearnedModel Model, Policy Policy)
{
    private readonly LearnedHearing _heard = LearnedHearing.Of(Model, Hearing.Of(SearchedText.About(Case.Declaration), Policy.Lexicon));

    /// <summary>How much the declaration speaks for a finding; see <see cref="Listening"/>.</summary>
    public float Score(FindingCode code) => _heard.Score(code);

    /// <summary>Splits declarations into folds, and learns for each fold from all others.</summary>
    /// <param name="cases">At least as many as folds.</param>
    /// <param name="policy">Whose signals are listened with.</param>
    /// <param name="folds">How many, at least two.</param>
    /// <param name="cancellationToken">Ends it.</param>
    /// <returns>Every case once.</returns>
    public static IReadOnlyList<HeldOut> Of(IReadOnlyList<LabelledCase> cases, Policy policy, int folds, CancellationToken cancellationToken)
    {
        // Neighbours in the order of ids are by one hand and one day: they go to different folds.
        var ordered = cases.OrderBy(c => c.Id, StringComparer.Ordinal).ToList();
        return
        [
            .. Enumerable.Range(0, folds).SelectMany(fold =>
            {
                var model = Trainer.Train([.. ordered.Where((_, i) => i % folds != fold)], policy, cancellationToken);
                return ordered.Where((_, i) => i % folds == fold).Select(c => new HeldOut(c, model, policy));
            }),
        ];
    }
}
