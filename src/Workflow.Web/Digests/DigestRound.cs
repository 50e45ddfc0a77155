using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Core.Ports;

namespace Workflow.Web.Digests;

/// <summary>Gathers the digests that are due at an instant.</summary>
public sealed class DigestRound(OpenMatters matters, IPolicies policies)
{
    /// <summary>One for each reader whose digest is due now and for whom anything is open.</summary>
    public async Task<IReadOnlyList<Digest>> DueAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var asks = new Dictionary<string, List<OpenAsk>>(StringComparer.Ordinal);
        var requests = new Dictionary<string, List<RequestState>>(StringComparer.Ordinal);
        await foreach (var request in matters.AllAsync(cancellationToken))
        {
            foreach (var ask in request.OpenAsks.Where(a => DigestTimes.Daily(a.Person.Calendar, now) is not null))
            {
                Of(asks, ask.Person.Id).Add(new OpenAsk(request, ask));
            }

            // Nobody knows the submitter's own calendar: their week begins with the office's.
            if (DigestTimes.Weekly(policies.Current.Office, now) is not null)
            {
                Of(requests, request.Submission.Submitter.Email).Add(request);
            }
        }

        return [.. asks.Values.Select(open => Daily(open, now)), .. requests.Select(open => Weekly(open.Key, open.Value, now))];
    }

    private static Digest.Daily Daily(List<OpenAsk> open, DateTimeOffset now)
    {
        var person = open.MaxBy(o => o.Ask.AskedAt)!.Ask.Person;
        return new Digest.Daily(DigestTimes.Daily(open[0].Ask.Person.Calendar, now)!.Value, person, [.. open.OrderBy(o => o.Ask.Clock.Due)]);
    }

    private Digest.Weekly Weekly(string email, List<RequestState> open, DateTimeOffset now) => new(
        DigestTimes.Weekly(policies.Current.Office, now)!.Value,
        email,
        [.. open.OrderBy(r => r.Question?.Clock.Due ?? DateTimeOffset.MaxValue).ThenBy(r => r.SubmittedAt)]);

    private static List<T> Of<T>(Dictionary<string, List<T>> open, string reader) =>
        open.TryGetValue(reader, out var found) ? found : open[reader] = [];
}
