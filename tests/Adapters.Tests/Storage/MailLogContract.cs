using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IMailLog"/> must do.</summary>
public abstract class MailLogContract : PortContract<IMailLog>
{
    private protected static readonly SentMail Ask = new(
        "GAI-7K3M-Q2XF/3/ask-1#a?b\\c%@approvals.example",
        RequestId.ForIntake("mail log"),
        new EffectKey("GAI-7K3M-Q2XF/3/ask-1"),
        "ana@studio.example",
        DateTimeOffset.Parse("2026-03-02T09:00:00.1234567Z", CultureInfo.InvariantCulture),
        Draft: null,
        Handed: false);

    private IMailLog Log => Port;

    [Fact]
    public async Task A_mail_is_found_by_its_id_as_it_was_noted()
    {
        await Log.NoteAsync(Ask, Token);
        await Log.NoteAsync(Ask with { MessageId = "other@approvals.example", To = "bo@studio.example" }, Token);

        Assert.Equal(Ask, await Log.FindAsync(Ask.MessageId, Token));
    }

    [Fact]
    public async Task A_mail_about_no_request_is_found_as_it_was_noted()
    {
        var code = Ask with { Request = null, Effect = null, Draft = "AAMkAD/x+y=" };
        await Log.NoteAsync(code, Token);

        Assert.Equal(code, await Log.FindAsync(code.MessageId, Token));
    }

    [Fact]
    public async Task A_later_entry_takes_the_place_of_the_earlier_one()
    {
        var handed = Ask with { At = Ask.At.AddSeconds(1), Draft = "draft", Handed = true };
        await Log.NoteAsync(Ask, Token);
        await Log.NoteAsync(handed, Token);

        Assert.Equal(handed, await Log.FindAsync(Ask.MessageId, Token));
    }

    [Fact]
    public async Task A_longest_id_is_found()
    {
        var longest = Ask with { MessageId = new string('é', 100) + new string('a', 600) + "@approvals.example" };
        await Log.NoteAsync(longest, Token);

        Assert.Equal(longest, await Log.FindAsync(longest.MessageId, Token));
    }

    [Theory]
    [InlineData("unknown@approvals.example")]
    [InlineData("gai-7k3m-q2xf/3/ask-1#a?b\\c%@approvals.example")]
    [InlineData("")]
    public async Task Another_id_is_not_known(string id)
    {
        await Log.NoteAsync(Ask, Token);

        Assert.Null(await Log.FindAsync(id, Token));
    }

    [Fact]
    public async Task Of_entries_noted_at_once_one_stands()
    {
        var entries = Enumerable.Range(0, 10).Select(i => Ask with { Draft = $"{i}" }).ToList();
        await Task.WhenAll(entries.Select(entry => Task.Run(() => Log.NoteAsync(entry, Token))));

        Assert.Contains((await Log.FindAsync(Ask.MessageId, Token))!, entries);
    }
}
