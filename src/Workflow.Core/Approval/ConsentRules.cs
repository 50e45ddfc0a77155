using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>
/// Whose consent to what the policy demands before anything is approved that touches people (promise 2; guidance,
/// Talent and performance). The last word of the seat that checks consents counts, and only while the document holds.
/// </summary>
public static class ConsentRules
{
    /// <summary>What the round that goes on lacks at an instant; empty when everything demanded is there.</summary>
    public static IReadOnlyList<MissingConsent> Missing(RequestState state, DateTimeOffset at) =>
        Missing(state.Assessment?.Route.Terms.Consent, state.Declaration, state.Consents, at);

    /// <summary>Whether a piece of evidence is for something that the policy demands.</summary>
    public static bool IsDemanded(RequestState state, ConsentEvidence evidence) =>
        Demanded(state.Assessment?.Route.Terms.Consent, state.Declaration).Any(demand => Fits(evidence, demand));

    /// <summary>What an approval lacks at an instant.</summary>
    internal static IReadOnlyList<MissingConsent> Missing(GrantedApproval approval, IEnumerable<Consent> consents, DateTimeOffset at) =>
        Missing(approval.Terms.Consent, approval.Declaration, consents, at);

    /// <summary>Until when every consent lasts that an approval rests on, UTC; null for ever, or once it is suspended for it.</summary>
    internal static DateTimeOffset? HoldUntil(GrantedApproval approval, IReadOnlyList<Consent> consents)
    {
        if (approval.Suspensions.Contains(SuspensionReason.ConsentEnded))
        {
            return null;
        }

        var ends = Demanded(approval.Terms.Consent, approval.Declaration).Select(demand => consents
            .Where(c => c.Check is { Accepted: true } && Fits(c.Evidence, demand))
            .Select(c => c.Evidence.EndsAt ?? DateTimeOffset.MaxValue)
            .DefaultIfEmpty(approval.At)
            .Max());
        return ends.Where(end => end < DateTimeOffset.MaxValue).Select(end => (DateTimeOffset?)end).Min();
    }

    private static List<MissingConsent> Missing(
        ConsentDemand? demand, Declaration declaration, IEnumerable<Consent> consents, DateTimeOffset at) =>
        [.. Demanded(demand, declaration).Where(one => !consents.Any(c => c.Stands(at) && Fits(c.Evidence, one)))];

    // A replica of nobody in particular cannot be agreed to: the evidence has to name somebody at least.
    private static IEnumerable<MissingConsent> Demanded(ConsentDemand? demand, Declaration declaration)
    {
        var people = declaration.PeopleDepicted.Cast<string?>().DefaultIfEmpty().ToList();
        var kinds = (demand?.Kinds ?? []).ToLookup(kind => people.Count > 1 && IsOfSome(kind));
        return people.SelectMany(person => kinds[false].Select(kind => new MissingConsent(person, kind)))
            .Concat(kinds[true].Select(kind => new MissingConsent(null, kind)));
    }

    // Not everybody is deceased or a minor because one is. Who is, no declaration says: the seat that checks consents sees it.
    private static bool IsOfSome(ConsentKind kind) => kind is ConsentKind.Estate or ConsentKind.Guardian;

    private static bool Fits(ConsentEvidence evidence, MissingConsent demand) =>
        evidence.Kind == demand.Kind
        && (demand.Person is null || string.Equals(evidence.Person.Trim(), demand.Person.Trim(), StringComparison.OrdinalIgnoreCase));
}
