using Workflow.Adapters.Sqlite;
using Workflow.Core.Ports;
using static Adapters.Tests.Storage.Sample;

namespace Adapters.Tests.Storage;

public sealed class SqliteQuarantineTests : IDisposable
{
    private static readonly QuarantinedMail Mail = new(new string('a', 64), Noon, "boss@lantern.example", "Urgent", "SPF failed");

    private readonly SqliteFolder _folder = new();

    private SqliteQuarantine Quarantine => new SqliteQuarantine(_folder.Database);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

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
    public async Task An_unknown_mail_is_neither_found_nor_settled()
    {
        Assert.Null(await Quarantine.FindAsync("none", Token));
        Assert.False(await Quarantine.SettleAsync("none", new Settlement(true, Noon, "admin", ""), Token));
    }
}
