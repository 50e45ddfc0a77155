using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;

namespace Core.Tests.Simulation;

/// <summary>What came of a year, in words and numbers that are the same whenever the seed is.</summary>
internal sealed class Summary(World world, IReadOnlyList<RequestHistory> histories)
{
    private readonly StringBuilder _text = new();
    private readonly List<Happened> _events = [.. histories.SelectMany(h => h.Events)];

    public string Write(int seed, int mostOpen)
    {
        var zones = world.Staff.Approvers.Select(id => world.Staff.Person(id).Calendar.TimeZone).Distinct().Count();
        Line($"One production year, seed {seed}: {histories.Count} requests, {world.Staff.Approvers.Count} approvers in {zones} time zones, at most {mostOpen} open at once.");
        Rounds();
        Line($"Reminders: {Count<Event.PersonReminded>()} to approvers, {Count<Event.SubmitterReminded>()} to submitters, {Count<Event.PersonNudged>()} by admins.");
        Line($"Escalations: {Joined(Capacity.Deputy)} deputies and {Joined(Capacity.Manager)} managers joined, {Count<Event.TimeExtended>()} times there was nobody to add.");
        Line($"Mail: {world.Mail.Arrived.Count} arrived, {world.Mail.Repeats} of them again; {world.Courier.Failures} attempts in vain, {world.Courier.GivenUp} given up, {world.Courier.Dead.Count()} dead at the end.");
        Line($"Writes decided again: {world.Streams.Conflicts}.");
        Counts("Refused", world.Refusals.Select(r => (r.Key, r.Value)));
        Counts("Approvals ended", histories.Where(h => h.Request.Approval is not null).GroupBy(h => $"{h.Request.Approval!.Standing}").Select(g => (g.Key, g.Count())));
        Counts("Events", _events.GroupBy(e => e.Event.GetType().Name).Select(g => (g.Key, g.Count())));
        Line($"All that happened, hashed: {Hash()}");
        return _text.ToString();
    }

    private void Rounds()
    {
        var rounds = histories.SelectMany(Of).ToList();
        Line($"{"",-8}{string.Concat(Enum.GetValues<OutcomeKind>().Select(o => $"{o,14}"))}{"median h",12}{"95 % h",12}");
        foreach (var tier in Enum.GetValues<Tier>())
        {
            var here = rounds.Where(r => r.Tier == tier).ToList();
            var hours = here.Where(r => r.Hours is not null).Select(r => r.Hours!.Value).Order().ToList();
            var kinds = Enum.GetValues<OutcomeKind>().Select(o => $"{here.Count(r => r.Kind == o),14}");
            Line($"{tier,-8}{string.Concat(kinds)}{At(hours, 0.5),12:F1}{At(hours, 0.95),12:F1}");
        }

        Line($"Withdrawn or expired before they were judged: {rounds.Count(r => r.Tier is null)}. Hours are business hours of the office, from submission or amendment to a person's decision.");
    }

    private IEnumerable<(Tier? Tier, OutcomeKind Kind, double? Hours)> Of(RequestHistory history)
    {
        var since = history.Request.SubmittedAt;
        Tier? tier = null;
        foreach (var happened in history.Events)
        {
            switch (happened.Event)
            {
                case Event.AmendmentOpened:
                    since = happened.At;
                    break;
                case Event.RequestAssessed e:
                    tier = e.Assessment.Tier;
                    break;
                case Event.RequestClosed e:
                    var decided = happened.By.Kind == ActorKind.Approver;
                    yield return (tier, e.Outcome.Kind, decided ? world.Rules.Current.Office.Between(since, happened.At).TotalHours : null);
                    break;
            }
        }
    }

    private static double At(List<double> ascending, double fraction) =>
        ascending.Count == 0 ? double.NaN : ascending[(int)Math.Ceiling(fraction * ascending.Count) - 1];

    private int Count<T>() => _events.Count(e => e.Event is T);

    private int Joined(Capacity capacity) => _events.Count(e => e.Event is Event.PersonAsked { Replaces: null } asked && asked.Candidate.Capacity == capacity);

    private void Counts(string what, IEnumerable<(string Name, int Count)> counts) =>
        Line($"{what}: {string.Join(", ", counts.OrderBy(c => c.Name, StringComparer.Ordinal).Select(c => $"{c.Name} {c.Count}"))}.");

    // The hash of a stream's last event stands for all of it.
    private string Hash()
    {
        var heads = histories.Select(h => h.Stored[^1].Hash);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(heads))));
    }

    private void Line(FormattableString line) => _text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
