using System.Text.Json;
using Workflow.Core.Approval;

namespace Core.Tests.Approval;

public sealed class EffectCodecTests
{
    public static TheoryData<Effect, string, string> Stored => new()
    {
        { new Effect.Classify(2), "classify", """{"revision":2}""" },
        { new Effect.FindPeople(1), "find-people", """{"stage":1}""" },
        { new Effect.PutAsk(3), "put-ask", """{"ask":3}""" },
        { new Effect.Remind(3), "remind", """{"ask":3}""" },
        { new Effect.TellApprover(2, ApproverNotice.DelegateDecided), "tell-approver", """{"ask":2,"notice":"DelegateDecided"}""" },
        { new Effect.UpdateCards(), "update-cards", "{}" },
        { new Effect.RetireAsk(3), "retire-ask", """{"ask":3}""" },
        { new Effect.TellSubmitter(Notice.RecordReady), "tell-submitter", """{"notice":"RecordReady"}""" },
        { new Effect.TellAdmins(Alert.Stalled, "legal"), "tell-admins", """{"alert":"Stalled","subject":"legal"}""" },
        { new Effect.IssueRecord(), "issue-record", "{}" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void Encode_gives_the_text_that_was_ever_stored(Effect effect, string type, string json) =>
        Assert.Equal(new StoredEffect(type, json), EffectCodec.Encode(effect));

    [Theory]
    [MemberData(nameof(Stored))]
    public void Decode_reads_it_back(Effect effect, string type, string json) =>
        Assert.Equal(effect, EffectCodec.Decode(new StoredEffect(type, json)));

    [Fact]
    public void Every_kind_of_effect_has_a_stored_form_and_a_lane()
    {
        var kinds = typeof(Effect).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Effect)));
        var covered = Stored.Select(row => row.Data.Item1.GetType()).ToHashSet();

        Assert.All(kinds, kind => Assert.Contains(kind, covered));
        Assert.All(Stored, row => Assert.NotEmpty(EffectLane.Of(row.Data.Item1)));
    }

    [Theory]
    [InlineData("send-pigeon", "{}")]
    [InlineData("PUT-ASK", """{"ask":1}""")]
    [InlineData("put-ask", "{}")]
    [InlineData("put-ask", "null")]
    [InlineData("put-ask", "")]
    [InlineData("tell-submitter", """{"notice":"Whispered"}""")]
    [InlineData("tell-admins", """{"alert":"Stalled","subject":null}""")]
    public void Decode_of_what_was_never_stored_throws(string type, string json) =>
        Assert.Throws<JsonException>(() => EffectCodec.Decode(new StoredEffect(type, json)));

    [Fact]
    public void Effects_about_one_ask_share_a_lane_and_those_about_another_do_not()
    {
        Assert.Equal(EffectLane.Of(new Effect.PutAsk(1)), EffectLane.Of(new Effect.RetireAsk(1)));
        Assert.NotEqual(EffectLane.Of(new Effect.PutAsk(1)), EffectLane.Of(new Effect.PutAsk(2)));
    }

    [Fact]
    public void Key_names_the_request_the_event_and_what_is_done()
    {
        Effect[] effects =
        [
            new Effect.Classify(2), new Effect.FindPeople(1), new Effect.PutAsk(3), new Effect.Remind(3), new Effect.RetireAsk(3), new Effect.IssueRecord(), new Effect.UpdateCards(),
            new Effect.TellApprover(2, ApproverNotice.Revoked), new Effect.TellSubmitter(Notice.Closed), new Effect.TellAdmins(Alert.Stalled, "legal"),
        ];
        Assert.Equal(
            ["classify-2", "people-1", "ask-3", "remind-3", "retire-3", "record", "cards", "approver-2-Revoked", "submitter-Closed", "admins-Stalled-legal"],
            effects.Select(e => KeyedEffect.For(Sample.Id, 7, e).Key.Value.Replace($"{Sample.Id}/7/", "", StringComparison.Ordinal)));
    }
}
