using CsCheck;
using Workflow.Core.Intake;
using Workflow.Core.Requests;

namespace Core.Tests.Intake;

public class ReplyAddressSpecs
{
    private static readonly ReplyAddress Addresses = new("approvals@studio.example", "a secret for tests only, long enough");

    [Fact]
    public void Address_names_its_request_and_its_receiver_in_any_case() => Gen.ULong.Sample(bits =>
    {
        var id = RequestId.FromBits(bits);
        var address = Addresses.For(id, "Ana@studio.example");

        Assert.Equal(id, Addresses.Request(address.ToUpperInvariant()));
        Assert.True(Addresses.WasWrittenTo(address.ToUpperInvariant(), id, "ana@studio.example"));
        Assert.False(Addresses.WasWrittenTo(address, id, "bo@studio.example"));
        Assert.True(address.IndexOf('@', StringComparison.Ordinal) <= ReplyAddress.LongestLocalPart);
    });

    [Fact]
    public void Address_of_another_key_is_not_believed()
    {
        var id = RequestId.FromBits(7);
        var forged = new ReplyAddress("approvals@studio.example", "another secret, just as long as it").For(id, "ana@studio.example");
        Assert.False(Addresses.WasWrittenTo(forged, id, "ana@studio.example"));
    }

    [Fact]
    public void Without_a_key_answers_go_to_the_mailbox_itself() =>
        Assert.Equal("approvals@studio.example", new ReplyAddress("approvals@studio.example", null).For(RequestId.FromBits(7), "ana@studio.example"));
}
