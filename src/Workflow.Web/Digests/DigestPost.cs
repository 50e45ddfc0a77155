using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;

namespace Workflow.Web.Digests;

/// <summary>Writes a digest and hands it over.</summary>
public sealed class DigestPost(Postman postman, Clearance clearance, Readers readers, LinkTokens links, PublicAddress site)
{
    /// <summary>The Message-ID of a digest: the same for its reader and day, whoever sends it and however often.</summary>
    public string IdOf(Digest digest) => MessageIds.Digest(digest.Kind, digest.Day, digest.Address, site.Host);

    /// <summary>Sends it; throws when the mail server does not take it.</summary>
    public Task SendAsync(Digest digest, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var token = links.ForDigests(digest.Address);
        var stop = site.Digests(token);
        var (to, letter) = digest switch
        {
            Digest.Daily daily => (Reader(daily), DigestLetters.Daily(daily, daily.Asks.Take(Digest.Most).Select(Matter), now, stop)),
            Digest.Weekly weekly => (Reader(weekly), DigestLetters.Weekly(weekly, weekly.Requests.Take(Digest.Most).Select(Matter), now, stop)),
            _ => throw new ArgumentOutOfRangeException(nameof(digest)),
        };
        return postman.SendDigestAsync(to, IdOf(digest), letter, site.DigestsOff(token), cancellationToken);
    }

    private Addressee Reader(Digest.Daily digest) =>
        new(digest.Person.Name, digest.Person.Email, readers.Of(digest.Person.Language, digest.Asks[0].Request), Answers.AreNotRead);

    private Addressee Reader(Digest.Weekly digest) =>
        new(digest.Requests[^1].Submission.Submitter.Name, digest.Email, readers.Submitter(digest.Requests[^1]), Answers.AreNotRead);

    private DailyMatter Matter(OpenAsk open) => new(
        open, clearance.Of(open.Request), site.Review(links.ForAsk(open.Request.Id, open.Ask.Number, open.Ask.Person.Id)));

    private WeeklyMatter Matter(RequestState request) => new(
        request, clearance.Of(request), site.Request(links.ForSubmitter(request.Id, request.Submission.Submitter.Email)));
}
