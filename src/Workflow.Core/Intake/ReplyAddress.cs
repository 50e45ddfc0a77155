using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>
/// Where answers to a mail of ours go: a plus-address of the mailbox that names the request and, by a keyed hash, whom the
/// mail was written to. It tells to which request a mail belongs; it proves nobody's identity.
/// </summary>
/// <remarks>
/// The token is lower case and free of look-alikes, because mail systems change the case of addresses and people type them:
/// eight characters of the request's id, then 80 bits of HMAC-SHA256, all in Crockford's base 32.
/// </remarks>
public sealed class ReplyAddress
{
    /// <summary>The longest local part that every mail server takes (RFC 5321, 4.5.3.1.1).</summary>
    public const int LongestLocalPart = 64;

    /// <summary>The fewest characters of a key.</summary>
    public const int ShortestKey = 32;

    private const string Alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
    private static readonly SearchValues<char> Letters = SearchValues.Create(Alphabet);
    private const int IdLength = 8;
    private const int SealLength = 16;
    private const int TokenLength = IdLength + SealLength;

    private readonly string _mailbox;
    private readonly byte[]? _key;

    /// <summary>Makes addresses of a mailbox.</summary>
    /// <param name="mailbox">A bare address, whose local part leaves room for a token: see <see cref="Fits"/>.</param>
    /// <param name="key">The secret of the tokens; null where the mail system knows no plus-addresses: then answers go to the mailbox itself.</param>
    /// <param name="isRead">Whether answers are joined to their requests; not where no sender can be proven.</param>
    public ReplyAddress(string mailbox, string? key, bool isRead = true)
    {
        IsRead = isRead;
        if (key is not null && !Fits(mailbox)) throw new ArgumentException("The address leaves no room for a token.", nameof(mailbox));
        (_mailbox, _key) = (mailbox.ToLowerInvariant(), key is null ? null : Encoding.UTF8.GetBytes(key));
    }

    /// <summary>Whether answers are joined to their requests.</summary>
    public bool IsRead { get; }

    /// <summary>Whether a plus-address of the mailbox can hold a token.</summary>
    public static bool Fits(string mailbox) => mailbox.LastIndexOf('@') is > 0 and <= LongestLocalPart - 1 - TokenLength;

    /// <summary>Where the answer of one receiver goes.</summary>
    public string For(RequestId request, string receiver)
    {
        if (_key is null) return _mailbox;

        var at = _mailbox.LastIndexOf('@');
        return $"{_mailbox[..at]}+{Name(request)}{Seal(request, receiver)}{_mailbox[at..]}";
    }

    /// <summary>The request that an address names; null when it is no plus-address of ours. Ask <see cref="WasWrittenTo"/> before it is believed.</summary>
    public RequestId? Request(string address) =>
        Token(address) is { } token && RequestId.TryParse($"GAI{token[..IdLength]}", null, out var id) ? id : null;

    /// <summary>Whether the address is the one that the mails about this request to this receiver named.</summary>
    public bool WasWrittenTo(string address, RequestId request, string receiver) =>
        Token(address) is { } token
        && CryptographicOperations.FixedTimeEquals(
            Encoding.ASCII.GetBytes(token), Encoding.ASCII.GetBytes($"{Name(request)}{Seal(request, receiver)}"));

    private string? Token(string address)
    {
        if (_key is null) return null;

        var at = _mailbox.LastIndexOf('@');
        var lower = address.ToLowerInvariant();
        return lower.Length == _mailbox.Length + 1 + TokenLength
            && lower.StartsWith($"{_mailbox[..at]}+", StringComparison.Ordinal)
            && lower.EndsWith(_mailbox[at..], StringComparison.Ordinal)
            && lower.AsSpan(at + 1, TokenLength) is var token
            && !token.ContainsAnyExcept(Letters) ? token.ToString() : null;
    }

    private static string Name(RequestId request) =>
        request.ToString()[4..].Replace("-", "", StringComparison.Ordinal).ToLowerInvariant();

    private string Seal(RequestId request, string receiver)
    {
        var address = EmailAddress.Read(receiver) ?? receiver.ToLowerInvariant();
        var hash = HMACSHA256.HashData(_key!, Encoding.UTF8.GetBytes($"reply\n{request}\n{address}"));
        return string.Create(SealLength, hash, static (text, hash) =>
        {
            for (var i = 0; i < text.Length; i++)
            {
                // Five bits each, which may lie across two bytes.
                var (start, shift) = (i * 5 / 8, 11 - (i * 5 % 8));
                text[i] = Alphabet[(((hash[start] << 8) | hash[start + 1]) >> shift) & 31];
            }
        });
    }
}
