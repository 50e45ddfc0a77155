using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Teams.Tokens;

/// <summary>
/// Judges the tokens of the Bot Framework's connector by the rules of
/// learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication, and two stricter ones: RS256
/// alone, and the channel Teams alone, since other channels let a client say of itself who it is.
/// </summary>
internal sealed partial class BotTokens(
    TeamsOptions options, BotKeys keys, ServiceUrls serviceUrls, TimeProvider clock, ILogger<BotTokens> logger) : IBotTokens
{
    private const string Issuer = "https://api.botframework.com";
    private const string Scheme = "Bearer ";
    private const int LongestToken = 16 * 1024;

    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(5);

    private readonly JsonWebTokenHandler _handler = new() { MaximumTokenSizeInBytes = LongestToken };

    public async Task<BotCaller> ReadAsync(
        string? authorization, string? channel, string? serviceUrl, CancellationToken cancellationToken)
    {
        var caller = await JudgeAsync(authorization, channel, serviceUrl, cancellationToken);
        if (caller is BotCaller.Refused refused)
            LogRefused(logger, refused.Status, refused.Reason);
        return caller;
    }

    private async Task<BotCaller> JudgeAsync(
        string? authorization, string? channel, string? serviceUrl, CancellationToken cancellationToken)
    {
        if (Read(authorization) is not { } token)
            return Invalid("there is no bearer token");
        if (token.Alg != SecurityAlgorithms.RsaSha256)
            return Invalid("it is not signed by RS256");

        switch (await keys.FindAsync(token.Kid, cancellationToken))
        {
            case KeyAnswer.Unavailable:
                return new BotCaller.Unknown();
            case KeyAnswer.Found(var key):
                var result = await _handler.ValidateTokenAsync(token, Demands(key));
                return result.IsValid ? Permit(token, key, channel, serviceUrl) : Invalid(result.Exception.GetType().Name);
            default:
                return Invalid("nobody knows its key");
        }
    }

    private JsonWebToken? Read(string? authorization)
    {
        if (authorization?.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) is not true)
            return null;
        var text = authorization[Scheme.Length..].Trim();
        try
        {
            return _handler.CanReadToken(text) ? _handler.ReadJsonWebToken(text) : null;
        }
        catch (Exception e) when (e is ArgumentException or SecurityTokenException)
        {
            return null;
        }
    }

    private TokenValidationParameters Demands(SecurityKey key) => new()
    {
        ValidIssuer = Issuer,
        // Entra writes ids in lower case; people who copy one into a setting may not.
        ValidAudience = options.AppId!.ToLowerInvariant(),
        ValidAlgorithms = [SecurityAlgorithms.RsaSha256],
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        RequireExpirationTime = true,
        // By our clock: the handler's own is the machine's.
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires, clock.GetUtcNow().UtcDateTime),
    };

    private static bool IsInTime(DateTime? notBefore, DateTime? expires, DateTime now) =>
        expires is { } end && now < end + Skew && (notBefore is not { } start || now >= start - Skew);

    // The token is genuine; whether it is for this activity is another matter.
    private BotCaller Permit(JsonWebToken token, JsonWebKey key, string? channel, string? serviceUrl)
    {
        if (channel != BotKeys.Teams)
            return Foreign("the channel is not Teams");
        if (!BotKeys.Endorses(key, channel))
            return Foreign("the key is not endorsed for the channel");
        if (!token.TryGetPayloadValue<string>("serviceurl", out var named) || named != serviceUrl)
            return Foreign("the token names another service address than the activity");
        return Uri.TryCreate(serviceUrl, UriKind.Absolute, out var address) && serviceUrls.Allow(address)
            ? new BotCaller.Genuine()
            : Foreign("Teams:ServiceHosts does not allow the service address");
    }

    private static BotCaller.Refused Invalid(string reason) => new(401, reason);

    private static BotCaller.Refused Foreign(string reason) => new(403, reason);

    [LoggerMessage(1, LogLevel.Information, "A call of the bot was refused with {Status}: {Reason}.")]
    private static partial void LogRefused(ILogger logger, int status, string reason);
}
