using System.Globalization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Workflow.Adapters.Teams;
using Workflow.Adapters.Teams.Tokens;
using Workflow.Core.Ports;

namespace Adapters.Tests.Teams;

public sealed class BotTokensTests : IAsyncLifetime
{
    private const string App = "b0700000-1111-4222-8333-444455556666";
    private const string Service = "https://smba.trafficmanager.net/emea/";

    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 12, 0, 0, TimeSpan.Zero));
    private readonly SigningKey _key = SigningKey.Of("key-1");
    private readonly TeamsHttp _http = new();
    private KeyServer _server = null!;
    private BotTokens _tokens = null!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        _server = await KeyServer.StartAsync(_key);
        var options = new TeamsOptions { AppId = App, TenantId = App, OpenIdMetadata = _server.Metadata };
        _tokens = new BotTokens(
            options,
            new BotKeys(options, _http, _clock, NullLogger<BotKeys>.Instance),
            new ServiceUrls(options),
            _clock,
            NullLogger<BotTokens>.Instance);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _server.DisposeAsync();
    }

    [Fact]
    public async Task A_token_of_the_connector_is_genuine() =>
        Assert.IsType<BotCaller.Genuine>(await ReadAsync(Signed()));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("Bearer")]
    [InlineData("Bearer garbage")]
    [InlineData("Bearer a.b.c")]
    [InlineData("Bearer eyJhbGciOiJSUzI1NiJ9.bm90IGpzb24.c2ln")]
    [InlineData("Basic dXNlcjpwYXNzd29yZA==")]
    public async Task What_is_no_token_is_refused(string? authorization) =>
        Refused(401, await _tokens.ReadAsync(authorization, "msteams", Service, Token));

    [Fact]
    public async Task A_token_too_long_to_be_one_is_refused() => Refused(401, await ReadAsync(new string('a', 100_000)));

    [Fact]
    public async Task Another_issuer_is_refused() => Refused(401, await ReadAsync(Signed(issuer: "https://sts.windows.net/x/")));

    [Fact]
    public async Task Another_audience_is_refused() => Refused(401, await ReadAsync(Signed(audience: "a-bot-of-somebody-else")));

    [Fact]
    public async Task A_signature_by_another_key_of_that_name_is_refused() =>
        Refused(401, await ReadAsync(Signed(key: SigningKey.Of(_key.Id))));

    [Fact]
    public async Task A_key_that_nobody_knows_is_refused() =>
        Refused(401, await ReadAsync(Signed(key: SigningKey.Of("key-9"))));

    [Fact]
    public async Task A_changed_token_is_refused()
    {
        var parts = Signed().Split('.');
        var other = Signed(audience: "a-bot-of-somebody-else").Split('.');

        Refused(401, await ReadAsync($"{parts[0]}.{other[1]}.{parts[2]}"));
    }

    [Fact]
    public async Task An_unsigned_token_is_refused()
    {
        var unsigned = $"{Base64UrlEncoder.Encode($$"""{"alg":"none","typ":"JWT","kid":"{{_key.Id}}"}""")}.{Signed().Split('.')[1]}.";

        Refused(401, await ReadAsync(unsigned));
    }

    [Fact]
    public async Task A_token_signed_with_the_public_key_as_a_secret_is_refused()
    {
        var secret = new SymmetricSecurityKey(_key.Rsa.ExportSubjectPublicKeyInfo()) { KeyId = _key.Id };

        Refused(401, await ReadAsync(Signed(credentials: new SigningCredentials(secret, SecurityAlgorithms.HmacSha256))));
    }

    [Fact]
    public async Task Another_algorithm_by_the_right_key_is_refused()
    {
        var rsa = new RsaSecurityKey(_key.Rsa) { KeyId = _key.Id };

        Refused(401, await ReadAsync(Signed(credentials: new SigningCredentials(rsa, SecurityAlgorithms.RsaSsaPssSha256))));
    }

    [Theory]
    [InlineData("2026-03-02T12:04:59Z", true)]
    [InlineData("2026-03-02T12:05:00Z", false)]
    public async Task An_expired_token_is_refused_after_five_minutes(string now, bool isGenuine)
    {
        var token = Signed();
        _clock.SetUtcNow(At(now).AddHours(1));

        Judged(isGenuine, await ReadAsync(token));
    }

    [Theory]
    [InlineData("2026-03-02T12:05:00Z", true)]
    [InlineData("2026-03-02T12:05:01Z", false)]
    public async Task A_token_of_the_future_is_refused_but_for_five_minutes(string from, bool isGenuine) =>
        Judged(isGenuine, await ReadAsync(Signed(notBefore: At(from))));

    [Fact]
    public async Task A_token_that_never_expires_is_refused()
    {
        var handler = new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false };
        var token = handler.CreateToken(
            $$"""{"iss":"https://api.botframework.com","aud":"{{App}}","serviceurl":"{{Service}}"}""",
            new SigningCredentials(new RsaSecurityKey(_key.Rsa) { KeyId = _key.Id }, SecurityAlgorithms.RsaSha256));

        Refused(401, await ReadAsync(token));
    }

    [Fact]
    public async Task A_token_without_a_service_address_is_refused() => Refused(403, await ReadAsync(Signed(service: null)));

    [Theory]
    [InlineData("https://smba.trafficmanager.net/amer/")]
    [InlineData(null)]
    public async Task An_activity_of_another_service_address_than_the_token_is_refused(string? service) =>
        Refused(403, await ReadAsync(Signed(), service: service));

    [Theory]
    [InlineData("https://evil.example/")]
    [InlineData("http://smba.trafficmanager.net/emea/")]
    [InlineData("https://smba.trafficmanager.net:8443/emea/")]
    [InlineData("https://smba.trafficmanager.net@evil.example/")]
    [InlineData("https://smba.trafficmanager.net.evil.example/")]
    [InlineData("http://127.0.0.1:5000/")]
    [InlineData("/emea/")]
    public async Task A_service_address_off_the_allow_list_is_refused_even_of_a_genuine_token(string service) =>
        Refused(403, await ReadAsync(Signed(service: service), service: service));

    [Theory]
    [InlineData("webchat")]
    [InlineData("emulator")]
    [InlineData("")]
    [InlineData(null)]
    public async Task A_channel_that_is_not_Teams_is_refused(string? channel) =>
        Refused(403, await _tokens.ReadAsync($"Bearer {Signed()}", channel, Service, Token));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("webchat")]
    public async Task A_key_that_is_not_endorsed_for_Teams_is_refused(string? endorsement)
    {
        var key = new SigningKey("key-2", endorsement is null ? null : [endorsement]);
        _server.Keys.Add(key);

        Refused(403, await ReadAsync(Signed(key: key)));
    }

    [Fact]
    public async Task A_new_key_is_learned_at_its_first_use_and_an_old_one_forgotten()
    {
        var old = Signed();
        await ReadAsync(old);
        var next = SigningKey.Of("key-2");
        _server.Keys[0] = next;
        _clock.Advance(BotKeys.Pause);

        Assert.IsType<BotCaller.Genuine>(await ReadAsync(Signed(key: next)));
        Refused(401, await ReadAsync(Signed()));
    }

    [Fact]
    public async Task Names_of_keys_that_do_not_exist_make_nobody_read_the_keys_again_and_again()
    {
        var foreign = Signed(key: SigningKey.Of("key-9"));
        for (var i = 0; i < 20; i++)
            await ReadAsync(foreign);
        Assert.Equal(1, _server.Asked);

        _clock.Advance(BotKeys.Pause);
        await ReadAsync(foreign);
        Assert.Equal(2, _server.Asked);
    }

    [Fact]
    public async Task Keys_are_read_once_for_all_who_ask_at_once()
    {
        var token = Signed();

        var callers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => ReadAsync(token), Token)));

        Assert.All(callers, caller => Assert.IsType<BotCaller.Genuine>(caller));
        Assert.Equal(1, _server.Asked);
    }

    [Fact]
    public async Task An_outage_before_any_key_is_known_leaves_callers_unknown_until_it_is_over()
    {
        _server.IsDown = true;
        Assert.IsType<BotCaller.Unknown>(await ReadAsync(Signed()));

        _server.IsDown = false;
        _clock.Advance(BotKeys.OutagePause);
        Assert.IsType<BotCaller.Genuine>(await ReadAsync(Signed()));
    }

    [Fact]
    public async Task An_outage_is_bridged_by_the_keys_known_for_a_day_and_no_longer()
    {
        await ReadAsync(Signed());
        _server.IsDown = true;

        _clock.Advance(BotKeys.Believed - TimeSpan.FromSeconds(1));
        Assert.IsType<BotCaller.Genuine>(await ReadAsync(Signed()));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.IsType<BotCaller.Unknown>(await ReadAsync(Signed()));
    }

    [Fact]
    public async Task A_key_unknown_during_an_outage_may_be_a_new_one()
    {
        await ReadAsync(Signed());
        _server.IsDown = true;
        _clock.Advance(BotKeys.Pause);

        Assert.IsType<BotCaller.Unknown>(await ReadAsync(Signed(key: SigningKey.Of("key-2"))));
    }

    [Fact]
    public async Task Keys_are_read_anew_after_half_a_day()
    {
        await ReadAsync(Signed());
        _server.Keys[0] = SigningKey.Of("key-2");
        _clock.Advance(BotKeys.Fresh);

        Refused(401, await ReadAsync(Signed()));
    }

    private static DateTimeOffset At(string instant) => DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture);

    private static void Refused(int status, BotCaller caller) =>
        Assert.Equal(status, Assert.IsType<BotCaller.Refused>(caller).Status);

    private static void Judged(bool isGenuine, BotCaller caller)
    {
        if (isGenuine)
            Assert.IsType<BotCaller.Genuine>(caller);
        else
            Refused(401, caller);
    }

    private Task<BotCaller> ReadAsync(string token, string? service = Service) =>
        _tokens.ReadAsync($"Bearer {token}", "msteams", service, Token);

    private string Signed(
        string issuer = "https://api.botframework.com",
        string audience = App,
        string? service = Service,
        SigningKey? key = null,
        DateTimeOffset? notBefore = null,
        SigningCredentials? credentials = null)
    {
        var by = key ?? _key;
        var from = notBefore ?? _clock.GetUtcNow();
        return new JsonWebTokenHandler().CreateToken(new SecurityTokenDescriptor
        {
            Issuer = issuer,
            Audience = audience,
            NotBefore = from.UtcDateTime,
            IssuedAt = from.UtcDateTime,
            Expires = from.UtcDateTime.AddHours(1),
            Claims = service is null ? null : new Dictionary<string, object> { ["serviceurl"] = service },
            SigningCredentials = credentials
                ?? new SigningCredentials(new RsaSecurityKey(by.Rsa) { KeyId = by.Id }, SecurityAlgorithms.RsaSha256),
        });
    }
}
