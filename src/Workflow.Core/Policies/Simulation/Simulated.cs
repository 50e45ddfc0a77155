using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Simulation;

/// <summary>What would have become of a stored request under another policy. Nothing happens to it.</summary>
/// <param name="Id">The request.</param>
/// <param name="Production">As declared; null while nobody has said it.</param>
/// <param name="Title">As declared.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Before">As it is assessed, whoever judged last: a policy, or a person who lowered it.</param>
/// <param name="After">As the other policy would assess what is declared and answered by now.</param>
public sealed record Simulated(RequestId Id, string? Production, string Title, RequestStatus Status, Judgement Before, Judgement After)
{
    /// <summary>Assesses a request anew; null when it has not been assessed at all yet.</summary>
    public static Simulated? Of(RequestState request, Policy policy) => request.Assessment is not { } before ? null : new Simulated(
        request.Id,
        request.Declaration.Production,
        request.Declaration.Title,
        request.Status,
        Judgement.Of(before),
        Judgement.Of(Classifier.Assess(policy, request.Declaration, request.Answers.Select(a => a.Text))));

    /// <summary>Whether anything that people would notice is another: tier, seats, consents, conditions or findings.</summary>
    public bool IsChanged => !Before.SaysAsMuchAs(After) || !After.SaysAsMuchAs(Before);

    /// <summary>Whether anything would be asked for less.</summary>
    public bool IsLaxer => After.Tier < Before.Tier || (After.Tier == Before.Tier && !After.AsksAsMuchAs(Before));
}

/// <summary>An assessment as it matters to people.</summary>
/// <param name="Tier">How much is asked.</param>
/// <param name="Seats">The roles that are asked, in the order of the route.</param>
/// <param name="Consents">The kinds of consent without which nothing is approved.</param>
/// <param name="Conditions">How many conditions the policy sets.</param>
/// <param name="Findings">What was found, each once.</param>
public sealed record Judgement(
    Tier Tier, IReadOnlyList<string> Seats, IReadOnlyList<ConsentKind> Consents, int Conditions, IReadOnlyList<FindingCode> Findings)
{
    internal static Judgement Of(Assessment assessment) => new(
        assessment.Tier,
        [.. assessment.Route.Stages.SelectMany(s => s.Seats).Select(s => s.Role).Distinct(StringComparer.Ordinal)],
        [.. assessment.Route.Terms.Consent?.Kinds ?? []],
        assessment.Route.Terms.Conditions?.Count ?? 0,
        [.. assessment.Findings.Select(f => f.Code).Distinct().Order()]);

    internal bool AsksAsMuchAs(Judgement other) =>
        Tier >= other.Tier && other.Seats.All(Seats.Contains) && other.Consents.All(Consents.Contains) && Conditions >= other.Conditions;

    internal bool SaysAsMuchAs(Judgement other) => AsksAsMuchAs(other) && other.Findings.All(Findings.Contains);
}
