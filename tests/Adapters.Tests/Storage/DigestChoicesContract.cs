using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

/// <summary>What every <see cref="IDigestChoices"/> must do.</summary>
public abstract class DigestChoicesContract : PortContract<IDigestChoices>
{
    private IDigestChoices Choices => Port;

    [Fact]
    public async Task Who_has_chosen_nothing_gets_digests() => Assert.False(await Choices.AreOffAsync("ada@studio.example", Token));

    [Fact]
    public async Task Who_switched_them_off_gets_none_however_the_address_is_written()
    {
        await Choices.SwitchAsync("Ada@Studio.example", off: true, Token);

        Assert.True(await Choices.AreOffAsync("ada@studio.EXAMPLE", Token));
        Assert.False(await Choices.AreOffAsync("bob@studio.example", Token));
    }

    [Fact]
    public async Task Switching_twice_is_switching_once_and_switching_on_gives_them_back()
    {
        await Choices.SwitchAsync("ada@studio.example", off: true, Token);
        await Choices.SwitchAsync("ada@studio.example", off: true, Token);
        await Choices.SwitchAsync("ada@studio.example", off: false, Token);
        await Choices.SwitchAsync("ada@studio.example", off: false, Token);

        Assert.False(await Choices.AreOffAsync("ada@studio.example", Token));
    }
}
