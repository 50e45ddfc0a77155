using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using Workflow.Core.Diagnostics;

namespace Workflow.Adapters.Teams.Tokens;

/// <summary>What is known of a key by its id.</summary>
internal abstract record KeyAnswer
{
    private KeyAnswer()
    {
    }

    /// <summary>It is one of the connector's.</summary>
    public sealed record Found(JsonWebKey Key) : KeyAnswer;

    /// <summary>It is none of the connector's.</summary>
    public sealed record NoSuchKey : KeyAnswer;

    /// <summary>It cannot be told: the connector's keys could not be read.</summary>
    public sealed record Unavailable : KeyAnswer;
}

/// <summary>
/// The keys by which the connector signs, kept in memory. The Bot Framework adds keys at any time and asks bots to read them
/// anew at least once a day, so no key is believed for longer than that, whatever the outage.
/// </summary>
internal sealed partial class BotKeys(TeamsOptions options, TeamsHttp http, TimeProvider clock, ILogger<BotKeys> logger) : IDisposable
{
    /// <summary>The id of the channel Teams.</summary>
    public const string Teams = "msteams";

    /// <summary>For how long keys are believed after they were read.</summary>
    public static readonly TimeSpan Believed = TimeSpan.FromHours(24);

    /// <summary>After how long they are read anew, so that there is half a day to bridge an outage.</summary>
    public static readonly TimeSpan Fresh = TimeSpan.FromHours(12);

    /// <summary>The least time between two readings: anybody can name a key that does not exist.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(5);

    /// <summary>The least time between two readings while they fail.</summary>
    public static readonly TimeSpan OutagePause = TimeSpan.FromSeconds(30);

    // The channel itself waits for an answer meanwhile.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly HttpDocumentRetriever _documents = new(http.Client) { RequireHttps = !options.OpenIdMetadata.IsLoopback };
    private readonly SemaphoreSlim _reading = new(1);
    private volatile Known _known = new([], DateTimeOffset.MinValue);
    private DateTimeOffset? _askedAt;
    private volatile bool _failed;

    public async Task<KeyAnswer> FindAsync(string? id, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(id))
            return new KeyAnswer.NoSuchKey();
        if (_known.IsWithin(Fresh, clock) && _known.Find(id) is { } fresh)
            return new KeyAnswer.Found(fresh);

        await RefreshAsync(cancellationToken);
        if (!_known.IsWithin(Believed, clock))
            return new KeyAnswer.Unavailable();
        if (_known.Find(id) is { } key)
            return new KeyAnswer.Found(key);
        return _failed ? new KeyAnswer.Unavailable() : new KeyAnswer.NoSuchKey();
    }

    /// <summary>Whether the connector says of a key that it may sign for a channel.</summary>
    public static bool Endorses(JsonWebKey key, string channel) =>
        key.AdditionalData.TryGetValue("endorsements", out var endorsements) && endorsements switch
        {
            JsonElement { ValueKind: JsonValueKind.Array } list =>
                list.EnumerateArray().Any(item => item.ValueKind is JsonValueKind.String && item.ValueEquals(channel)),
            IEnumerable<object> list => list.Contains(channel),
            _ => false,
        };

    public void Dispose() => _reading.Dispose();

    private async Task RefreshAsync(CancellationToken cancellationToken)
    {
        await _reading.WaitAsync(cancellationToken);
        try
        {
            if (_askedAt is not { } before || clock.GetUtcNow() - before >= (_failed ? OutagePause : Pause))
                await ReadAsync(cancellationToken);
        }
        finally
        {
            _reading.Release();
        }
    }

    private async Task ReadAsync(CancellationToken cancellationToken)
    {
        using var timeout = new CancellationTokenSource(Patience, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        try
        {
            var described = await OpenIdConnectConfigurationRetriever.GetAsync(
                options.OpenIdMetadata.AbsoluteUri, _documents, either.Token);
            if (described.JsonWebKeySet is not { Keys: { Count: > 0 } keys })
                throw new InvalidDataException("The connector describes no keys.");
            _known = new Known([.. keys], clock.GetUtcNow());
            _failed = false;
        }
        catch (Exception e) when (!cancellationToken.IsCancellationRequested)
        {
            _failed = true;
            LogUnread(logger, FailureText.Of(e));
        }

        _askedAt = clock.GetUtcNow();
    }

    [LoggerMessage(1, LogLevel.Warning, "The keys of the bot's channel could not be read: {Reason}. Those known are believed for a day.")]
    private static partial void LogUnread(ILogger logger, string reason);

    private sealed record Known(IReadOnlyList<JsonWebKey> Keys, DateTimeOffset ReadAt)
    {
        public bool IsWithin(TimeSpan age, TimeProvider clock) => clock.GetUtcNow() - ReadAt < age;

        public JsonWebKey? Find(string id) => Keys.FirstOrDefault(key => key.Kid == id && key.Kty == JsonWebAlgorithmsKeyTypes.RSA);
    }
}
