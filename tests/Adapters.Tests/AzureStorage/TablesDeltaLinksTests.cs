using Workflow.Adapters.AzureStorage;

namespace Adapters.Tests.AzureStorage;

public sealed class TablesDeltaLinksTests(Azurite azurite)
{
    private const string Link = "https://graph.microsoft.com/v1.0/users/x/mailFolders('inbox')/messages/delta?$deltatoken=";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Last_link_of_a_mailbox_is_remembered_by_every_process()
    {
        var account = (await TablesInstallation.MakeAsync(azurite)).Account;
        var links = new TablesDeltaLinks(account);

        await links.KeepAsync("Approvals@studio.example", Link + "1", Token);
        await links.KeepAsync("approvals@studio.example", Link + new string('x', 8000), Token);
        await links.KeepAsync("other@studio.example", Link + "2", Token);

        Assert.Equal(Link + new string('x', 8000), await new TablesDeltaLinks(account).FindAsync("approvals@STUDIO.example", Token));
    }

    [Fact]
    public async Task Mailbox_never_read_has_no_link()
    {
        var links = new TablesDeltaLinks((await TablesInstallation.MakeAsync(azurite)).Account);

        Assert.Null(await links.FindAsync("approvals@studio.example", Token));
    }
}
