using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IQuarantine"/> must do.</summary>
public abstract class QuarantineContract : PortContract<IQuarantine>
{
    private static readonly QuarantinedMail Mail = new(new string('a', 64), Noon, "boss@lantern.example", "Urgent", "SPF failed");

    private IQuarantine Quarantine => Port;

    [Fact]
    public async Task The_same_mail_is_held_once()
    {
        await Quarantine.HoldAsync(Mail, Token);
        await Quarantine.HoldAsync(Mail with { ReceivedAt = Noon.AddDays(1) }, Token);

        Assert.Equal([Mail], await Quarantine.ListAsync(Token));
    }

    [Fact]
    public async Task A_settled_mail_is_kept_with_what_was_done_but_listed_no_more()
    {
        var settlement = new Settlement(true, Noon.AddHours(1), "admin", "called the sender");
        await Quarantine.HoldAsync(Mail, Token);

        Assert.True(await Quarantine.SettleAsync(Mail.Sha256, settlement, Token));
        Assert.False(await Quarantine.SettleAsync(Mail.Sha256, settlement with { Released = false }, Token));

        Assert.Empty(await Quarantine.ListAsync(Token));
        Assert.Equal(Mail with { Settlement = settlement }, await Quarantine.FindAsync(Mail.Sha256, Token));
    }

    [Fact]
    public async Task Waiting_mails_are_listed_oldest_first()
    {
        await Quarantine.HoldAsync(Mail with { Sha256 = new string('b', 64), ReceivedAt = Noon.AddMinutes(1) }, Token);
        await Quarantine.HoldAsync(Mail, Token);

        Assert.Equal([Mail.Sha256, new string('b', 64)], (await Quarantine.ListAsync(Token)).Select(mail => mail.Sha256));
    }

    [Fact]
    public async Task Of_many_settlements_at_once_one_counts()
    {
        await Quarantine.HoldAsync(Mail, Token);

        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(i => Task.Run(
            () => Quarantine.SettleAsync(Mail.Sha256, new Settlement(true, Noon, $"admin {i}", "seen"), Token))));

        Assert.Single(answers, settled => settled);
    }

    [Fact]
    public async Task An_unknown_mail_is_neither_found_nor_settled()
    {
        Assert.Null(await Quarantine.FindAsync("none", Token));
        Assert.False(await Quarantine.SettleAsync("none", new Settlement(true, Noon, "admin", ""), Token));
    }
}
