using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Web.Links;
using Workflow.Web.Review;
using Workflow.Web.Review.Acts;
using Workflow.Web.Teams.Cards;
using Workflow.Web.Wording;

namespace Workflow.Web.Teams;

/// <summary>Finds, while somebody types a name into a card, to whom they may hand their question on.</summary>
public sealed class PeopleSearch(LinkTokens links, ApprovalDesk desk, IDirectory directory, TimeProvider clock)
{
    private const string Dataset = Verbs.Colleagues + "/";

    private const int MaxHits = 15;

    /// <summary>Answers <c>application/search</c>: nobody where the card is not the caller's.</summary>
    public async Task<IResult> FindAsync(Caller caller, Activity activity, CancellationToken cancellationToken)
    {
        if (Read(activity.Value) is not var (typed, handle)
            || links.FindCard(handle) is not { } link
            || await desk.FindAsync(link.Request, cancellationToken) is not { Declaration.Production: { } production } request
            || request.Asks.ElementAtOrDefault(link.Ask - 1) is not { } ask
            || ask.Person.Id != caller.Person.Id)
        {
            return InvokeAnswer.Found([]);
        }

        var offers = new Offers(request, ask, clock.GetUtcNow());
        var colleagues = await directory.ColleaguesAsync(production, cancellationToken);
        return InvokeAnswer.Found(colleagues
            .Where(p => p.Name.Contains(typed, StringComparison.OrdinalIgnoreCase))
            .Where(p => offers.Try(stamp => Act.HandingOn.ToCommand(stamp, ask, p, comment: null)) is null)
            .Take(MaxHits)
            .Select(p => new SearchHit(Phrase.OneLine(p.Name), p.Id)));
    }

    private static (string Typed, string Handle)? Read(JsonElement? value) =>
        value is { ValueKind: JsonValueKind.Object } search
        && search.TryGetProperty("dataset", out var dataset) && dataset.ValueKind is JsonValueKind.String
        && dataset.GetString()!.StartsWith(Dataset, StringComparison.Ordinal)
            ? (search.TryGetProperty("queryText", out var text) && text.ValueKind is JsonValueKind.String ? text.GetString()!.Trim() : "",
               dataset.GetString()![Dataset.Length..])
            : null;
}
