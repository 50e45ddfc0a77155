using Azure.Core;

namespace Workflow.Adapters;

/// <summary>The token by which an adapter proves itself to one service, kept until it is about to expire.</summary>
/// <param name="open">Signs in; done again when a token that should be good is refused, since a credential keeps tokens too.</param>
/// <param name="scope">For which resource the token is asked.</param>
/// <param name="clock">Tells when a token expires.</param>
internal sealed class KeptToken(Func<TokenCredential> open, string scope, TimeProvider clock) : IDisposable
{
    private static readonly TimeSpan Early = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim _asking = new(1);
    private readonly TokenRequestContext _context = new([scope]);
    private TokenCredential _credential = open();
    private AccessToken? _token;

    /// <summary>A token that is good for some minutes and is not the one that was refused.</summary>
    public async Task<string> TokenAsync(string? refused, CancellationToken cancellationToken)
    {
        await _asking.WaitAsync(cancellationToken);
        try
        {
            if (_token is { } kept && kept.Token != refused && kept.ExpiresOn - Early > clock.GetUtcNow())
                return kept.Token;
            if (refused is not null)
                _credential = open();
            var token = await _credential.GetTokenAsync(_context, cancellationToken);
            _token = token;
            return token.Token;
        }
        finally
        {
            _asking.Release();
        }
    }

    public void Dispose() => _asking.Dispose();
}
