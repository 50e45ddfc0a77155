using Workflow.Core.Ports;

namespace Workflow.Adapters.Teams.Tokens;

/// <summary>Believes the Agents Playground, which sends no token, as long as answers stay on this machine. Development alone.</summary>
internal sealed class PlaygroundTokens(ServiceUrls serviceUrls) : IBotTokens
{
    public Task<BotCaller> ReadAsync(string? authorization, string? channel, string? serviceUrl, CancellationToken cancellationToken) =>
        Task.FromResult<BotCaller>(
            channel == BotKeys.Teams && Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && serviceUrls.Allow(address)
                ? new BotCaller.Genuine()
                : new BotCaller.Refused(403, "Teams:Playground takes calls of the channel Teams from this machine alone"));
}
