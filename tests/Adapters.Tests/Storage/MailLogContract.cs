using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IMailLog"/> must do.</summary>
public abstract class MailLogContract : IAsyncLifetime
{
    private static readonly SentMail Ask = new(
        "4f6d/odd#id?@approvals.example",
        RequestId.ForIntake("x", 0),
        new EffectKey("GAI/3/ask-1"),
        "ada@studio.example",
        new DateTimeOffset(2026, 3, 2, 9, 0, 0, 123, TimeSpan.Zero),
        Draft: "AAMkAD=/+",
        Handed: false);

    private protected IMailLog Log { get; private set; } = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Opens an empty store.</summary>
    protected abstract Task<IMailLog> OpenAsync();

    /// <summary>Closes and removes it.</summary>
    protected abstract Task CloseAsync();

    public async ValueTask InitializeAsync() => Log = await OpenAsync();

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task Mail_is_found_by_its_message_id_as_it_was_noted()
    {
        await Log.NoteAsync(Ask, Token);

        Assert.Equal(Ask, await Log.FindAsync(Ask.MessageId, Token));
        Assert.Null(await Log.FindAsync("another@approvals.example", Token));
    }

    [Fact]
    public async Task Mail_about_no_single_request_is_found_too()
    {
        var digest = Ask with { Request = null, Effect = null, Draft = null, Handed = true };
        await Log.NoteAsync(digest, Token);

        Assert.Equal(digest, await Log.FindAsync(digest.MessageId, Token));
    }

    [Fact]
    public async Task Later_note_takes_the_place_of_the_earlier_one()
    {
        await Log.NoteAsync(Ask, Token);
        await Log.NoteAsync(Ask with { Handed = true, Draft = null }, Token);

        Assert.Equal(Ask with { Handed = true, Draft = null }, await Log.FindAsync(Ask.MessageId, Token));
    }
}
