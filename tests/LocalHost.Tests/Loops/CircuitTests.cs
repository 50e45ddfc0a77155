using LocalHost.Loops;
using Microsoft.Extensions.Time.Testing;

namespace LocalHost.Tests.Loops;

public sealed class CircuitTests
{
    private readonly FakeTimeProvider _clock = new(LoopFixture.Noon);
    private readonly Circuit _circuit;

    public CircuitTests() => _circuit = new Circuit(2, TimeSpan.FromSeconds(30), _clock);

    [Fact]
    public void Failures_in_a_row_open_it_for_a_while()
    {
        Assert.False(_circuit.Failed());
        Assert.Null(_circuit.BlockedUntil());
        Assert.True(_circuit.Failed());

        Assert.Equal(LoopFixture.Noon.AddSeconds(30), _circuit.BlockedUntil());
    }

    [Fact]
    public void A_success_between_failures_keeps_it_closed()
    {
        _circuit.Failed();
        _circuit.Succeeded();
        _circuit.Failed();

        Assert.Null(_circuit.BlockedUntil());
    }

    [Fact]
    public void After_the_pause_one_attempt_passes_and_decides()
    {
        _circuit.Failed();
        _circuit.Failed();
        _clock.Advance(TimeSpan.FromSeconds(30));

        Assert.Null(_circuit.BlockedUntil());
        Assert.NotNull(_circuit.BlockedUntil());

        Assert.False(_circuit.Failed());
        Assert.Equal(LoopFixture.Noon.AddSeconds(60), _circuit.BlockedUntil());

        _clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Null(_circuit.BlockedUntil());
        _circuit.Succeeded();
        Assert.Null(_circuit.BlockedUntil());
    }
}
