using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>
/// Plays one request after another from beginning to end: declares by the API, waits until the approver's mail is
/// written, opens the page behind its link, posts the form, and waits until the last mail is written.
/// </summary>
internal sealed partial class Lifecycle(BenchServer server, Tier tier) : IDisposable
{
    // A look costs a dictionary lookup; many clients look often enough together to keep the server busy.
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(5);

    // A browser keeps its cookies.
    private readonly HttpClient _http = new() { BaseAddress = server.Address };

    private readonly string _last = $"/{new Effect.TellSubmitter(tier == Tier.Notify ? Notice.Closed : Notice.RecordReady).Kind}";
    private readonly string _asked = $"/{new Effect.PutAsk(1).Kind}";

    /// <summary>Plays the next one and returns its id once nothing is left to do for it.</summary>
    public async Task<RequestId> LiveAsync()
    {
        var id = await DeclareAsync();
        var asked = await WhenDeliveredAsync(id, _asked);
        await ApproveAsync(server.Links.ForAsk(id, 1, asked.Asks[0].Person.Id));
        var ended = await WhenDeliveredAsync(id, _last);
        return ended.Assessment!.Tier == tier && ended.Outcome!.Kind is OutcomeKind.Approved or OutcomeKind.Acknowledged
            ? id
            : throw new InvalidOperationException($"A request ended as {ended.Outcome!.Kind} in tier {ended.Assessment!.Tier}.");
    }

    public void Dispose() => _http.Dispose();

    private async Task<RequestId> DeclareAsync()
    {
        using var response = await _http.PostAsJsonAsync("/api/requests", Declaration());
        response.EnsureSuccessStatusCode();
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return RequestId.Parse(answer.GetProperty("id").GetString()!, null);
    }

    private async Task ApproveAsync(string token)
    {
        var page = await _http.GetStringAsync($"/review?t={Uri.EscapeDataString(token)}");
        var fields = HiddenField.Matches(page)
            .Select(m => KeyValuePair.Create(m.Groups["name"].Value, WebUtility.HtmlDecode(m.Groups["value"].Value)))
            .Append(KeyValuePair.Create("decision", "approve"));
        using var form = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync("/review", form);
        response.EnsureSuccessStatusCode();
    }

    private async Task<RequestState> WhenDeliveredAsync(RequestId id, string effect)
    {
        while (true)
        {
            var request = await server.Desk.FindAsync(id, CancellationToken.None);
            if (request!.Deliveries.Keys.Any(k => k.Value.EndsWith(effect, StringComparison.Ordinal)))
                return request;
            await Task.Delay(BetweenLooks, TimeProvider.System);
        }
    }

    private object Declaration() => new
    {
        name = "Lou Sender",
        email = "lou@crew.example",
        production = "The Lantern Coast",
        title = "Mood boards for the harbour at night",
        description = "Mood boards of a harbour at night, from our own words only, to talk about colour and light with the "
            + "art department before the first location visit. Nothing leaves the department, and the boards are thrown away "
            + "once the designer has drawn the set.",
        tools = new[] { new { name = "Sketcher", vendor = "Sketch Ltd", plan = "Enterprise", terms = "No training on inputs or outputs" } },
        inputKinds = new[] { "own-or-licensed" },
        use = "ideation",
        finalDeliverable = "no",
        p1 = "yes",
        p2 = "yes",
        p3 = tier == Tier.Notify ? "yes" : "unsure",
        p4 = "yes",
        p5 = "yes",
    };

    [GeneratedRegex("""<input type="hidden" name="(?<name>[^"]*)" value="(?<value>[^"]*)">""")]
    private static partial Regex HiddenField { get; }
}
