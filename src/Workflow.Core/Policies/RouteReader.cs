using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Documents;
using Workflow.Core.People;

namespace Workflow.Core.Policies;

/// <summary>Reads the routes of a policy document.</summary>
internal sealed class RouteReader(ValueReader read)
{
    public RouteTemplate Read(Node node)
    {
        var map = read.Map(
            node,
            "name",
            "stages",
            "information",
            "unfilled-limit",
            "approval-validity",
            "second-step",
            "decisions-outlast-new-facts",
            "delegation-depth",
            "while-amended",
            "revokers",
            "expiry-notices",
            "consent");
        return new RouteTemplate(
            read.Text(read.Need(map, "name")),
            read.List(read.Need(map, "stages"), ReadStage),
            ReadLimit(read.Need(map, "information")),
            read.BusinessHours(read.Need(map, "unfilled-limit")),
            read.Days(read.Need(map, "approval-validity")),
            read.Flag(read.Need(map, "second-step")),
            map?["decisions-outlast-new-facts"] is { } outlast && read.Flag(outlast),
            map?["delegation-depth"] is { } depth ? read.Count(depth) : 1,
            map?["while-amended"] is { } amended ? read.Word<WhileAmended>(amended) : WhileAmended.Holds,
            map?["revokers"] is { } revokers ? read.List(revokers, read.Text) : null,
            read.List(map?["expiry-notices"], read.Days),
            map?["consent"] is { } consent ? ReadConsent(consent) : null,
            []);
    }

    public ConsentTemplate ReadConsent(Node node)
    {
        var map = read.Map(node, "seat", "kinds");
        return new ConsentTemplate(read.Text(read.Need(map, "seat")), read.List(read.Need(map, "kinds"), ReadConsentKind));
    }

    private ConsentKindTemplate ReadConsentKind(Node node)
    {
        var map = read.Map(node, "kind", "when", "rules");
        return new ConsentKindTemplate(
            read.Word<ConsentKind>(read.Need(map, "kind")), read.List(map?["when"], read.Word<FindingCode>), read.List(map?["rules"], read.Text));
    }

    public WorkingLimit ReadLimit(Node? node)
    {
        var map = read.Map(node, "limit", "reminders");
        return new WorkingLimit(read.BusinessHours(read.Need(map, "limit")), read.List(map?["reminders"], read.Number));
    }

    private StageTemplate ReadStage(Node node)
    {
        var map = read.Map(
            node, "name", "when", "seats", "quorum", "service", "reminders", "escalation", "other-role", "on-timeout", "comment-on", "rejection");
        return new StageTemplate(
            read.Text(read.Need(map, "name")),
            read.List(read.Need(map, "seats"), ReadSeat),
            ReadQuorum(read.Need(map, "quorum")),
            read.BusinessHours(read.Need(map, "service")),
            read.List(map?["reminders"], read.Number),
            read.List(map?["escalation"], read.Word<Capacity>),
            read.Word<OnTimeout>(read.Need(map, "on-timeout")),
            read.List(map?["comment-on"], read.Word<DecisionKind>),
            read.List(map?["when"], read.Word<FindingCode>),
            map?["rejection"] is { } rejection ? read.Word<Rejection>(rejection) : Rejection.Closes,
            map?["other-role"] is { } other ? read.Text(other) : null);
    }

    public SeatTemplate ReadSeat(Node node)
    {
        var map = read.Map(node, "role", "when");
        return new SeatTemplate(read.Text(read.Need(map, "role")), read.List(map?["when"], read.Word<FindingCode>));
    }

    private Quorum ReadQuorum(Node? node) => node switch
    {
        Node.Scalar { Text: "all" } => Quorum.All,
        Node.Scalar { Text: "any" } => Quorum.Any,
        _ => new Quorum(read.Count(node)),
    };
}
