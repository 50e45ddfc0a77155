using System.Globalization;
using Workflow.Core.Ports;

namespace Adapters.Tests.Teams;

/// <summary>Many cards after one decision, at a connector that keeps to the limits of Teams.</summary>
public sealed class BurstTests
{
    private const int People = 40;
    private const int CardsEach = 5;

    [Fact]
    public async Task Two_hundred_cards_arrive_complete_and_in_order_under_the_limits_of_Teams()
    {
        await using var house = await TeamsInstallation.StartAsync();
        var limits = new Limits(house.Clock);
        house.Connector.Script = (call, before) => limits.Refuse(call) ?? Accident(before);
        var cards = new List<(CardPlace Place, OutgoingCard Card)>();
        for (var round = 0; round < CardsEach; round++)
        {
            for (var person = 0; person < People; person++)
            {
                var chat = await house.KnowAsync($"person-{person}");
                cards.Add((new CardPlace(chat.Id, $"m{round}"), new OutgoingCard("{}", round.ToString(CultureInfo.InvariantCulture))));
            }
        }

        var changed = await house.RunAsync(() => Task.WhenAll(
            cards.Select(card => house.Teams.UpdateAsync(card.Place, card.Card, CancellationToken.None))));

        Assert.All(changed, Assert.True);
        Assert.Equal(People, limits.Accepted.Count);
        Assert.All(limits.Accepted.Values, rounds => Assert.Equal(["0", "1", "2", "3", "4"], rounds));
    }

    // Now and then a call fails for another reason; it was let in already, so it counts and comes again.
    private static ConnectorReply? Accident(int before) => (before % 23) switch
    {
        7 => ConnectorReply.Error(500, "ServiceError"),
        15 => ConnectorReply.Lost,
        _ => null,
    };

    /// <summary>One call a second in a chat, fifty in all.</summary>
    private sealed class Limits(TimeProvider clock)
    {
        private static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

        private readonly Queue<DateTimeOffset> _lately = new();
        private readonly Dictionary<string, DateTimeOffset> _last = [];

        /// <summary>What each chat was told, a repetition of the same thing once.</summary>
        public Dictionary<string, List<string>> Accepted { get; } = [];

        public ConnectorReply? Refuse(ConnectorCall call)
        {
            var now = clock.GetUtcNow();
            while (_lately.TryPeek(out var first) && now - first >= Second)
                _lately.Dequeue();
            if (_lately.Count >= 50 || (_last.TryGetValue(call.Chat, out var last) && now - last < Second))
                return ConnectorReply.Error(429, "Throttled", retryAfter: "1");

            _lately.Enqueue(now);
            _last[call.Chat] = now;
            if (!Accepted.TryGetValue(call.Chat, out var told))
                Accepted.Add(call.Chat, told = []);
            if (told.LastOrDefault() != call.Summary)
                told.Add(call.Summary!);
            return null;
        }
    }
}
