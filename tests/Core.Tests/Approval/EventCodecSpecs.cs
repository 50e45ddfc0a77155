using System.Text.Json;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Policies;
using Workflow.Core.Records;

namespace Core.Tests.Approval;

public class EventCodecSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Approval", "EventSamples");

    private static T Read<T>(string type, int version)
        where T : Event =>
        Assert.IsType<T>(EventCodec.Decode(new StoredEvent(1, type, version, File.ReadAllText(Path.Combine(Folder, $"{type}.v{version}.json")), "")).Event);

    private static Happened First(Event e) => new(1, Sample.Monday, Sample.Submitting, "c1", e);

    [Fact]
    public void Conditions_of_version_1_that_were_bare_texts_have_neither_day_nor_owner() =>
        Assert.Equal([new Condition("Credit."), new Condition("No reuse.")], Read<Event.RequestClosed>("request-closed", 1).Outcome.Conditions);

    [Fact]
    public void Conditions_of_a_decision_of_version_1_are_lifted_too()
    {
        var json = """{"sequence":7,"at":"2026-03-02T09:00:00+00:00","by":{"kind":"Approver","id":"ada","name":"Ada Person","authentication":"MailedLinkAndCode"},"commandId":"c2","event":{"type":"decision-made","ask":1,"decision":{"kind":"ApproveWithConditions","conditions":["Credit."]}}}""";
        var made = Assert.IsType<Event.DecisionMade>(EventCodec.Decode(new StoredEvent(7, "decision-made", 1, json, "")).Event);
        Assert.Equal([new Condition("Credit.")], made.Decision.Conditions);
    }

    [Fact]
    public void Restart_of_version_1_let_no_decision_stay() =>
        Assert.Equal(new Event.RouteRestarted(Tier.Written, Tier.Written), Read<Event.RouteRestarted>("route-restarted", 1));

    [Fact]
    public void Route_of_version_1_has_the_terms_that_held_then()
    {
        var route = Read<Event.RequestAssessed>("request-assessed", 1).Assessment.Route;
        Assert.Equal(
            (false, 1, WhileAmended.Holds, null, null, null),
            (route.Terms.DecisionsOutlastNewFacts, route.Terms.DelegationDepth, route.Terms.WhileAmended, route.Terms.Revokers, route.Terms.ExpiryNotices, route.Terms.Consent));
        Assert.All(route.Stages, s => Assert.Equal((Rejection.Closes, null), (s.Rejection, s.OtherRole)));
    }

    [Fact]
    public void Event_is_stored_under_its_name_version_and_link_to_the_one_before()
    {
        var first = EventCodec.Encode(Sample.Id, First(new Event.StageCompleted(2)), null);
        Assert.Equal((1, "stage-completed", 1), (first.Sequence, first.Type, first.Version));
        Assert.Equal(AuditChain.Next(AuditChain.Genesis(Sample.Id.ToString()), 1, first.Type, 1, first.Json), first.Hash);
        var second = EventCodec.Encode(Sample.Id, First(new Event.RouteRestarted(Tier.Review, Tier.Written)) with { Sequence = 2 }, first.Hash);
        Assert.Equal((2, AuditChain.Next(first.Hash, 2, second.Type, 2, second.Json)), (second.Version, second.Hash));
    }

    [Fact]
    public void Text_in_any_script_is_stored_as_it_is()
    {
        const string words = "Stimme von Zoë – 声の複製 – голос";
        Assert.Contains(words, EventCodec.Encode(Sample.Id, First(new Event.NoteAdded(words, null)), null).Json);
    }

    [Fact]
    public void Event_of_a_version_to_come_is_not_read()
    {
        var stored = EventCodec.Encode(Sample.Id, First(new Event.RouteRestarted(Tier.Review, Tier.Written)), null);
        var thrown = Assert.Throws<JsonException>(() => EventCodec.Decode(stored with { Version = 3 }));
        Assert.Equal("Event 'route-restarted' has version 3; this code knows up to 2.", thrown.Message);
    }

    [Theory]
    [InlineData("stage-completed", 1)]
    [InlineData("decision-made", 1)]
    public void Empty_text_is_no_event(string type, int version) =>
        Assert.Equal("An event is stored as an empty text.", Assert.Throws<JsonException>(() => EventCodec.Decode(new StoredEvent(1, type, version, "null", ""))).Message);

    [Fact]
    public void Field_that_no_version_has_is_not_read()
    {
        var stored = EventCodec.Encode(Sample.Id, First(new Event.StageCompleted(2)), null);
        Assert.Throws<JsonException>(() => EventCodec.Decode(stored with { Json = stored.Json.Replace("\"stage\":2", "\"stage\":2,\"mood\":1", StringComparison.Ordinal) }));
    }
}
