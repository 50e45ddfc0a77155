using Adapters.Tests.Graph.Double;
using Microsoft.Graph.Models.ODataErrors;
using MimeKit;
using Workflow.Adapters.Graph.Mail;
using static Adapters.Tests.Graph.SenderHouse;

namespace Adapters.Tests.Graph;

/// <summary>Sending mails: none lost, none sent twice.</summary>
public sealed class SenderScenarios
{
    [Fact]
    public async Task Mail_leaves_with_our_own_headers()
    {
        await using var house = await OpenAsync();

        await house.SendAsync();

        using var sent = MimeMessage.Load(new MemoryStream(Assert.Single(house.Mail.Sent).Mime), TestContext.Current.CancellationToken);
        Assert.Equal(
            (Letter().MessageId, "auto-generated", "Déjà vu [GAI-7K3M-Q2XF]"),
            (sent.MessageId, sent.Headers[HeaderId.AutoSubmitted], sent.Subject));
        Assert.Equal(["root@studio.example"], sent.References);
        house.AssertSentOnce();
    }

    [Fact]
    public async Task First_attempt_looks_nothing_up()
    {
        await using var house = await OpenAsync();

        await house.SendAsync();

        Assert.Equal([Draft, Send], house.Graph.Calls.Select(call => call.Shape));
    }

    [Fact]
    public async Task Id_of_the_draft_is_kept_before_it_is_sent()
    {
        await using var house = await OpenAsync();
        string? kept = null;
        house.Graph.Before(Send, () => kept = house.Log[Letter().MessageId]?.Draft);

        await house.SendAsync();

        Assert.Equal(house.Mail.Sent[0].Id, kept);
        var entry = house.Log[Letter().MessageId]!;
        Assert.Equal((Letter().Effect, "ana@studio.example", kept), (entry.Effect, entry.To, entry.Draft));
    }

    [Fact]
    public async Task Mail_that_was_handed_over_is_not_looked_at_again()
    {
        await using var house = await OpenAsync();
        await house.SendAsync();
        var calls = house.Graph.Calls.Count;

        await house.SendAsync();

        Assert.Equal(calls, house.Graph.Calls.Count);
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Mail_on_its_way_is_waited_for()
    {
        await using var house = await OpenAsync();
        house.Mail.IsSlow = true;
        house.Graph.Fail(Send, GraphFault.LostAnswer);

        await house.BreakAsync();
        Assert.IsType<MailOnItsWayException>(await house.BreakAsync());
        house.Mail.Deliver();
        await house.SendAsync();

        Assert.Equal((1, 1), (house.Graph.Count(Draft), house.Graph.Count(Send)));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Draft_that_somebody_deleted_is_made_again_when_it_cannot_be_on_its_way_any_more()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.LostCall);
        await house.BreakAsync();
        house.Mail.Delete(house.Mail.In("Drafts")[0]);

        Assert.IsType<MailOnItsWayException>(await house.BreakAsync());
        house.Installation.Clock.Advance(GraphMailSender.OnItsWay);
        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Draft_deleted_right_before_it_is_sent_is_made_again_later()
    {
        await using var house = await OpenAsync();
        house.Graph.Before(Send, () => house.Mail.Delete(house.Mail.In("Drafts")[0]));

        Assert.Equal(404, Assert.IsType<ODataError>(await house.BreakAsync()).ResponseStatusCode);
        house.Installation.Clock.Advance(GraphMailSender.OnItsWay);
        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Mail_whose_message_id_the_server_replaced_is_found_by_its_draft()
    {
        await using var house = await OpenAsync();
        house.Mail.RewritesMessageIds = true;
        house.Graph.Fail(Send, GraphFault.LostAnswer);

        await house.BreakAsync();
        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Sent_mail_that_lost_its_id_is_found_by_its_message_id()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.LostAnswer);
        await house.BreakAsync();
        var sent = house.Mail.Sent[0];
        house.Mail.Copy(sent);

        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Search));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Throttled_sending_is_repeated_when_the_server_says()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Draft, GraphFault.Throttled("7"));
        house.Graph.Fail(Send, GraphFault.Throttled("45"), GraphFault.Throttled());

        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Sending_throttled_for_long_goes_on_with_the_same_draft()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.Throttled("600"));

        await house.BreakAsync();
        Assert.IsType<HttpRequestException>(await house.BreakAsync());
        house.Installation.Clock.Advance(TimeSpan.FromMinutes(10));
        await house.SendAsync();

        Assert.Equal(1, house.Graph.Count(Draft));
        house.AssertSentOnce();
    }

    [Fact]
    public async Task Mail_that_the_server_refuses_stays_one_draft()
    {
        await using var house = await OpenAsync();
        house.Graph.Fail(Send, GraphFault.Answer(403, "ErrorSendAsDenied"), GraphFault.Answer(403, "ErrorSendAsDenied"));

        await house.BreakAsync();
        await house.BreakAsync();
        Assert.Single(house.Mail.In("Drafts"));
        await house.SendAsync();

        house.AssertSentOnce();
    }

    [Fact]
    public async Task Many_mails_leave_one_after_another()
    {
        await using var house = await OpenAsync();

        await house.Installation.RunAsync(cancellationToken => Task.WhenAll(
            Enumerable.Range(1, 20).Select(number => house.AttemptAsync(number, cancellationToken))));

        Assert.Equal(1, house.Installation.Transport.MostAtOnce);
        Assert.All(Enumerable.Range(1, 20), house.AssertSentOnce);
    }
}
