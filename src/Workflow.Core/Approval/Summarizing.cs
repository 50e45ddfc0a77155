using Workflow.Core.Ports;

namespace Workflow.Core.Approval;

/// <summary>The row of a request in lists.</summary>
public static class Summarizing
{
    /// <summary>The row as the request now stands.</summary>
    public static RequestSummary Of(RequestState state)
    {
        var declaration = state.Declaration;
        var submitter = state.Submission.Submitter;
        return new RequestSummary(
            state.Id,
            declaration.Title,
            declaration.Production ?? "",
            submitter.Name,
            state.Status,
            state.Assessment?.Tier,
            state.Outcome?.Kind,
            WaitingFor(state),
            Approvers(state),
            DueTimes.Limit(state),
            state.SubmittedAt,
            state.ChangedAt,
            string.Join('\n', state.Id, declaration.Title, declaration.Production, submitter.Name, submitter.Email, declaration.Description),
            state.Approval?.Standing);
    }

    private static List<string> Approvers(RequestState state) =>
    [
        .. state.OpenAsks.Select(ask => ask.Person.Id)
            .Concat(state.Decisions.Select(decided => decided.By.Id))
            .Distinct()
            .Order(StringComparer.Ordinal),
    ];

    private static string WaitingFor(RequestState state) => state.Status switch
    {
        RequestStatus.Submitted => "the policy's assessment",
        RequestStatus.Assessed => state.Vacancy is { } vacancy ? AnAdmin(vacancy) : "the directory",
        RequestStatus.AwaitingInfo => state.Submission.Submitter.Name,
        RequestStatus.Deciding => string.Join("; ", Deciding(state)),
        RequestStatus.Closed => "",
        _ => throw new ArgumentOutOfRangeException(nameof(state)),
    };

    // While some are asked, an admin may be needed for the other seats.
    private static IEnumerable<string> Deciding(RequestState state)
    {
        if (state.OpenAsks.Any())
        {
            yield return string.Join(", ", state.OpenAsks.Select(a => a.Person.Name).Distinct());
        }

        if (state.Vacancy is { } vacancy)
        {
            yield return AnAdmin(vacancy);
        }
    }

    private static string AnAdmin(Vacancy vacancy) => $"an admin: nobody can fill {string.Join(", ", vacancy.Roles)}";
}
