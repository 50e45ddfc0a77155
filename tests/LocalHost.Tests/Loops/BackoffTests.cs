using CsCheck;
using LocalHost.Loops;

namespace LocalHost.Tests.Loops;

public sealed class BackoffTests
{
    [Theory]
    [InlineData(1, 2)]
    [InlineData(2, 4)]
    [InlineData(5, 32)]
    [InlineData(6, 60)]
    [InlineData(2000, 60)]
    public void The_bound_doubles_up_to_the_longest(int failures, int seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), New(1).Bound(failures));

    [Fact]
    public void A_delay_is_anything_up_to_the_bound() =>
        Gen.Select(Gen.Int, Gen.Int[1, 100]).Sample((seed, failures) =>
        {
            var backoff = New(seed);
            Assert.InRange(backoff.After(failures), TimeSpan.Zero, backoff.Bound(failures));
        });

    [Fact]
    public void The_same_seed_gives_the_same_delays()
    {
        var (one, other) = (New(7), New(7));

        Assert.Equal(Enumerable.Range(1, 9).Select(one.After), Enumerable.Range(1, 9).Select(other.After));
    }

    private static Backoff New(int seed) => new(TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(60), new Random(seed));
}
