using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Workflow.Core.Requests;

namespace Workflow.Web.Links;

/// <summary>
/// Makes and reads the tokens in mailed links. A token is encrypted and authenticated with the installation's keys,
/// and each purpose has its own, so a submitter's token never opens an approver's page.
/// </summary>
/// <remarks>
/// The expiry travels inside the payload and is checked against <paramref name="clock"/>: Data Protection's own
/// time limit reads the machine's clock, and the demo runs weeks in seconds.
/// </remarks>
public sealed class LinkTokens(IDataProtectionProvider provider, TimeProvider clock, IOptions<LinkOptions> options)
{
    // The longest person id and address we store give about 900 characters; anything longer is not ours.
    private const int MaxLength = 2048;

    private readonly IDataProtector _asks = provider.CreateProtector("Approvals.Links.Ask.v1");
    private readonly IDataProtector _cards = provider.CreateProtector("Approvals.Cards.Ask.v1");
    private readonly IDataProtector _people = provider.CreateProtector("Approvals.Links.Person.v1");
    private readonly IDataProtector _digests = provider.CreateProtector("Approvals.Links.Digests.v1");
    private readonly IDataProtector _submitters = provider.CreateProtector("Approvals.Links.Submitter.v1");

    /// <summary>A token for one person's one ask.</summary>
    public string ForAsk(RequestId id, int ask, string personId) =>
        Seal(_asks, options.Value.AskValidity, string.Create(CultureInfo.InvariantCulture, $"{id}\n{ask}\n{personId}"));

    /// <summary>
    /// What a card in Teams calls an ask. It opens no page: who presses a button is told by the channel, never by the card.
    /// </summary>
    public string ForCard(RequestId id, int ask) =>
        Seal(_cards, options.Value.AskValidity, string.Create(CultureInfo.InvariantCulture, $"{id}\n{ask}"));

    /// <summary>A token for all that waits for one person's notice, now and as long as it is valid.</summary>
    public string ForPerson(string personId) => Seal(_people, options.Value.AskValidity, personId);

    /// <summary>A token for the submitter of a request, mailed to this address.</summary>
    public string ForSubmitter(RequestId id, string email) =>
        Seal(_submitters, options.Value.SubmitterValidity, $"{id}\n{email}");

    /// <summary>A token for the digests to this address.</summary>
    public string ForDigests(string address) => Seal(_digests, options.Value.SubmitterValidity, address);

    /// <summary>Reads an approver's token.</summary>
    public LinkReading<AskLink> ReadAsk(string? token) => Read(_asks, token, parts: 4, p => new AskLink(
        RequestId.Parse(p[1], CultureInfo.InvariantCulture), int.Parse(p[2], CultureInfo.InvariantCulture), p[3]));

    /// <summary>Which ask a card shows, however old the card is: whether it can be answered the desk knows. Null: it is none of ours.</summary>
    public CardLink? FindCard(string? handle) => Read(_cards, handle, parts: 3, p => new CardLink(
        RequestId.Parse(p[1], CultureInfo.InvariantCulture), int.Parse(p[2], CultureInfo.InvariantCulture))) switch
    {
        LinkReading<CardLink>.Valid(var link) => link,
        LinkReading<CardLink>.Expired(var link) => link,
        _ => null,
    };

    /// <summary>Reads a token for somebody's notices.</summary>
    public LinkReading<PersonLink> ReadPerson(string? token) => Read(_people, token, parts: 2, p => new PersonLink(p[1]));

    /// <summary>Reads a token for somebody's digests.</summary>
    public LinkReading<DigestLink> ReadDigests(string? token) => Read(_digests, token, parts: 2, p => new DigestLink(p[1]));

    /// <summary>Reads a submitter's token.</summary>
    public LinkReading<SubmitterLink> ReadSubmitter(string? token) => Read(_submitters, token, parts: 3, p => new SubmitterLink(
        RequestId.Parse(p[1], CultureInfo.InvariantCulture), p[2]));

    private string Seal(IDataProtector protector, TimeSpan validity, string link)
    {
        var expires = (clock.GetUtcNow() + validity).ToUnixTimeSeconds();
        return protector.Protect(string.Create(CultureInfo.InvariantCulture, $"{expires}\n{link}"));
    }

    private LinkReading<T> Read<T>(IDataProtector protector, string? token, int parts, Func<string[], T> parse)
    {
        if (token is not { Length: > 0 and <= MaxLength } || !TryUnprotect(protector, token, out var payload))
        {
            return new LinkReading<T>.Unreadable();
        }

        // What unprotects was written by Seal, so it parses; a person id may itself hold a line break.
        var fields = payload.Split('\n', parts);
        var link = parse(fields);
        return clock.GetUtcNow().ToUnixTimeSeconds() < long.Parse(fields[0], CultureInfo.InvariantCulture)
            ? new LinkReading<T>.Valid(link)
            : new LinkReading<T>.Expired(link);
    }

    private static bool TryUnprotect(IDataProtector protector, string token, [NotNullWhen(true)] out string? payload)
    {
        try
        {
            payload = protector.Unprotect(token);
            return true;
        }
        catch (CryptographicException)
        {
            payload = null;
            return false;
        }
    }
}
