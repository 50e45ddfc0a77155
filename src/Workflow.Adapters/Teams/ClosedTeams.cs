using Workflow.Core.Ports;

namespace Workflow.Adapters.Teams;

/// <summary>An installation without Teams: reaches nobody and believes nobody.</summary>
internal sealed class ClosedTeams : ITeams, IBotTokens
{
    public bool IsOpen => false;

    public Task<string?> UserOfAsync(string account, CancellationToken cancellationToken) =>
        Task.FromResult<string?>(null);

    public Task<CardPlace?> SendAsync(string account, OutgoingCard card, CancellationToken cancellationToken) =>
        Task.FromResult<CardPlace?>(null);

    public Task<bool> UpdateAsync(CardPlace place, OutgoingCard card, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public Task<bool> PingAsync(CardPlace place, string line, CancellationToken cancellationToken) =>
        Task.FromResult(false);

    public Task<BotCaller> ReadAsync(string? authorization, string? channel, string? serviceUrl, CancellationToken cancellationToken) =>
        Task.FromResult<BotCaller>(new BotCaller.Refused(403, "Teams is not configured: Teams:AppId is not set"));
}
