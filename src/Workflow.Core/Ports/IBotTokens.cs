namespace Workflow.Core.Ports;

/// <summary>Tells who calls the bot's endpoint.</summary>
public interface IBotTokens
{
    /// <summary>Judges the token of a call.</summary>
    /// <param name="authorization">The Authorization header as it came.</param>
    /// <param name="channel">The activity's <c>channelId</c>, whose endorsement the signing key must carry.</param>
    /// <param name="serviceUrl">The activity's <c>serviceUrl</c>, which the token must name.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    Task<BotCaller> ReadAsync(string? authorization, string? channel, string? serviceUrl, CancellationToken cancellationToken);
}

/// <summary>What came of judging a token.</summary>
public abstract record BotCaller
{
    private BotCaller()
    {
    }

    /// <summary>The channel itself: what the activity says of its sender can be believed.</summary>
    public sealed record Genuine : BotCaller;

    /// <summary>Nobody we know.</summary>
    /// <param name="Status">401: there is no valid token; 403: it is valid, and not for this.</param>
    /// <param name="Reason">For the log, without personal data.</param>
    public sealed record Refused(int Status, string Reason) : BotCaller;

    /// <summary>It cannot be told now: the channel's keys could not be read. The channel tries again.</summary>
    public sealed record Unknown : BotCaller;
}
