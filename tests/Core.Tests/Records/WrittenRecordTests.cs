using System.Text;
using Workflow.Core.Approval;
using Workflow.Core.Records;

namespace Core.Tests.Records;

public class WrittenRecordTests
{
    [Fact]
    public void Record_names_everyone_who_approved_and_nobody_else()
    {
        var approvals = ApprovedRequest.Record().Approvals;

        Assert.Equal(["Łucja Prawna", "Tom Deputy"], approvals.Select(a => a.Name));
        Assert.Equal(["Legal", "Talent relations"], approvals.Select(a => a.Seat));
        Assert.Equal(["holder", "deputy"], approvals.Select(a => a.Capacity));
        Assert.All(approvals, a => Assert.Equal("mailed-link-and-code", a.Authentication));
    }

    [Fact]
    public void Decision_that_new_facts_have_overtaken_is_left_out()
    {
        var state = ApprovedRequest.State();
        state = state with { Decisions = state.Decisions.SetItem(1, state.Decisions[1] with { Counts = false }) };

        Assert.Equal("Tom Deputy", Assert.Single(WrittenRecord.Of(state, ApprovedRequest.Events()).Approvals).Name);
    }

    [Fact]
    public void Conditions_are_numbered_from_one() =>
        Assert.Equal([1, 2], ApprovedRequest.Record().Conditions.Select(c => c.Number));

    [Fact]
    public void Record_stands_at_the_close_whatever_happened_later()
    {
        var events = ApprovedRequest.Events();
        var early = WrittenRecord.Of(ApprovedRequest.State(), [.. events.Take(3)]);

        Assert.Equal(new RecordedChain(3, events[2].Hash), early.Chain);
        Assert.Equal(ApprovedRequest.ClosedAt, early.IssuedAt);
        Assert.Equal(Payload(early), Payload(ApprovedRequest.Record()));
    }

    [Fact]
    public void Request_that_was_not_approved_has_no_record()
    {
        var state = ApprovedRequest.State();
        state = state with { Outcome = state.Outcome! with { Kind = OutcomeKind.Expired } };

        Assert.Throws<ArgumentException>(() => WrittenRecord.Of(state, ApprovedRequest.Events()));
    }

    [Fact]
    public void Instants_are_in_utc_whatever_the_offset_they_came_with()
    {
        var state = ApprovedRequest.State();
        state = state with { ClosedAt = state.ClosedAt!.Value.ToOffset(TimeSpan.FromHours(2)) };

        Assert.Equal(Payload(ApprovedRequest.Record()), Payload(WrittenRecord.Of(state, ApprovedRequest.Events())));
    }

    [Fact]
    public void Payload_reads_back_as_the_same_payload()
    {
        var payload = new SignedRecord(ApprovedRequest.Record(), new DocumentStamp("00", 1)).ToPayload();

        Assert.Equal(payload, SignedRecord.Read(payload)!.ToPayload());
    }

    [Fact]
    public void Record_names_the_consents_it_rests_on_and_reads_back_with_one_that_has_no_end()
    {
        var record = WrittenRecord.Of(ApprovedRequest.Consented(), ApprovedRequest.Events());

        var read = SignedRecord.Read(Encoding.UTF8.GetBytes(Payload(record)))!.Record;

        Assert.Equal(["agreement-1.pdf", "agreement-3.pdf"], read.Consents!.Select(c => c.Document.Name));
        Assert.Equal([new DateOnly(2026, 12, 31), null], read.Consents!.Select(c => c.Until));
        Assert.Equal(Payload(record), Payload(read));
    }

    [Fact]
    public void Payload_of_a_later_format_is_not_read()
    {
        var payload = Payload(ApprovedRequest.Record()).Replace(WrittenRecord.CurrentFormat, "approval-record/2", StringComparison.Ordinal);

        Assert.Null(SignedRecord.Read(Encoding.UTF8.GetBytes(payload)));
    }

    private static string Payload(WrittenRecord record) =>
        Encoding.UTF8.GetString(new SignedRecord(record, new DocumentStamp("00", 1)).ToPayload());
}
