using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies.Comparison;

/// <summary>Compares the ways that a request of one tier can go.</summary>
internal static class RouteComparison
{
    private static readonly FindingCode[] Codes = Enum.GetValues<FindingCode>();

    public static void Compare(string part, RouteTemplate from, RouteTemplate to, ChangeList changes)
    {
        Seats(part, from, to, changes);
        foreach (var stage in to.Stages)
        {
            if (from.Stages.FirstOrDefault(s => s.Name == stage.Name) is { } before)
            {
                Stage($"{part}.{stage.Name}", before, stage, changes);
            }
        }

        Terms(part, from, to, changes);
        Consents(part, from.Consent, to.Consent, changes);
    }

    /// <summary>What is set on approvals is the same in each tier, and told once.</summary>
    public static void CompareConditions(IEnumerable<RouteTemplate> from, IEnumerable<RouteTemplate> to, ChangeList changes) =>
        changes.Demands("conditions", "Conditions", from.SelectMany(Conditions), to.SelectMany(Conditions));

    // A seat by what it is asked for: in which stage it sits is the order of questions, and takes nothing away.
    private static void Seats(string part, RouteTemplate from, RouteTemplate to, ChangeList changes)
    {
        foreach (var role in Roles(from).Union(Roles(to), StringComparer.Ordinal))
        {
            changes.Demands($"{part}.seats.{role}", "Asked for", AskedFor(from, role), AskedFor(to, role));
        }
    }

    private static IEnumerable<string> Roles(RouteTemplate route) => route.Stages.SelectMany(s => s.Seats).Select(s => s.Role);

    private static List<string> AskedFor(RouteTemplate route, string role)
    {
        var asked = Codes.Where(code => Asks(route, role, [code])).Select(Wire.Word);
        return Asks(route, role, []) ? ["anything", .. Codes.Select(Wire.Word)] : [.. asked];
    }

    private static bool Asks(RouteTemplate route, string role, IReadOnlyList<FindingCode> found) =>
        route.Stages.Any(stage => stage.IsNeededFor(found) && stage.Seats.Any(seat => seat.Role == role && seat.IsNeededFor(found)));

    private static void Stage(string part, StageTemplate from, StageTemplate to, ChangeList changes)
    {
        changes.Least($"{part}.quorum", from.Quorum.Count ?? int.MaxValue, to.Quorum.Count ?? int.MaxValue, n => n == int.MaxValue ? "'all'" : $"'{n}'");
        changes.Value($"{part}.service", from.Service, to.Service, Duration.Working);
        changes.Value($"{part}.reminders", Listed(from.Reminders), Listed(to.Reminders), r => r);
        changes.Value($"{part}.escalation", Words(from.Escalation), Words(to.Escalation), e => $"'{e}'");
        changes.Value($"{part}.other-role", from.OtherRole ?? "nobody", to.OtherRole ?? "nobody", r => $"'{r}'");
        changes.Most($"{part}.on-timeout", (int)from.OnTimeout, (int)to.OnTimeout, t => $"'{Wire.Word((OnTimeout)t)}'");
        changes.Most($"{part}.rejection", (int)from.Rejection, (int)to.Rejection, r => $"'{Wire.Word((Rejection)r)}'");
        changes.Demands($"{part}.comment-on", "Comments", from.CommentOn.Select(Wire.Word), to.CommentOn.Select(Wire.Word));
    }

    private static void Terms(string part, RouteTemplate from, RouteTemplate to, ChangeList changes)
    {
        changes.Most($"{part}.approval-validity", from.ApprovalValidity, to.ApprovalValidity, Duration.Calendar);
        changes.Least($"{part}.second-step", from.SecondStep, to.SecondStep, YesOrNo);
        changes.Most($"{part}.decisions-outlast-new-facts", from.DecisionsOutlastNewFacts, to.DecisionsOutlastNewFacts, YesOrNo);
        changes.Most($"{part}.delegation-depth", from.DelegationDepth, to.DelegationDepth, n => n.ToString(CultureInfo.InvariantCulture));
        changes.Value($"{part}.while-amended", from.WhileAmended, to.WhileAmended, w => $"'{Wire.Word(w)}'");
        changes.Value($"{part}.information", from.Information.Limit, to.Information.Limit, Duration.Working);
        changes.Value($"{part}.unfilled", from.UnfilledLimit, to.UnfilledLimit, Duration.Working);
        changes.Value($"{part}.revokers", Revokers(from), Revokers(to), r => r);
        changes.Value($"{part}.expiry-notices", Days(from.ExpiryNotices), Days(to.ExpiryNotices), d => d);
    }

    private static void Consents(string part, ConsentTemplate? from, ConsentTemplate? to, ChangeList changes)
    {
        foreach (var kind in Enum.GetValues<ConsentKind>())
        {
            changes.Demands($"{part}.consent.{Wire.Word(kind)}", "Demanded for", DemandedFor(from, kind), DemandedFor(to, kind));
        }

        if (from is not null && to is not null)
        {
            changes.Value($"{part}.consent.seat", from.Seat, to.Seat, s => $"'{s}'");
        }
    }

    private static IEnumerable<string> DemandedFor(ConsentTemplate? consent, ConsentKind kind) => (consent?.Kinds ?? [])
        .Where(k => k.Kind == kind)
        .SelectMany(k => k.When.Count + k.Rules.Count == 0 ? ["anything", .. Codes.Select(Wire.Word)] : k.When.Select(Wire.Word).Concat(k.Rules))
        .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Conditions(RouteTemplate route) =>
        route.Conditions.SelectMany(c => c.When.Count + c.Rules.Count == 0 ? [c.Text] : c.When.Select(Wire.Word).Concat(c.Rules).Select(when => $"{c.Text} (for {when})"));

    private static string Listed(IEnumerable<double> fractions) => $"[{string.Join(", ", fractions.Select(f => f.ToString(CultureInfo.InvariantCulture)))}]";

    private static string Words<T>(IEnumerable<T> words)
        where T : struct, Enum => string.Join(", ", words.Select(Wire.Word));

    private static string Days(IEnumerable<TimeSpan> times) => $"[{string.Join(", ", times.Select(Duration.Calendar))}]";

    private static string Revokers(RouteTemplate route) => route.Revokers is { } roles ? string.Join(", ", roles) : "each that approved";

    private static string YesOrNo(bool yes) => yes ? "'yes'" : "'no'";
}
