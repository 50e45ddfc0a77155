using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Web.Tests.House;
using Web.Tests.Review;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Web.Tests.Teams;

/// <summary>What Teams posts to the bot for people who press and write, over real HTTP.</summary>
internal sealed class Chat(ReviewSite site) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = site.Address };
    private int _activities;

    /// <summary>A site whose people can all be reached in Teams.</summary>
    public static async Task<(ReviewSite Site, Chat Chat)> OpenAsync(Workflow.Core.Classification.Tier tier, string language = "en")
    {
        var site = await ReviewSite.AskedAsync(tier, language: language);
        site.Teams.With(Cast.Ada with { Language = language }, Cast.Bob with { Language = language }, Cast.Cleo with { Language = language });
        return (site, new Chat(site));
    }

    /// <summary>Somebody presses a button on a card.</summary>
    /// <param name="person">Who.</param>
    /// <param name="card">The card.</param>
    /// <param name="verb">Of the button.</param>
    /// <param name="typed">What they typed, by the ids of inputs.</param>
    /// <param name="id">Of the activity; null for a new one.</param>
    public async Task<Answered> PressAsync(
        Person person, OutgoingCard card, string verb, IEnumerable<(string Id, string Value)>? typed = null, string? id = null)
    {
        var data = (JsonObject)FindData(JsonNode.Parse(card.Json)!, verb)!.DeepClone();
        foreach (var (name, value) in typed ?? [])
        {
            data[name] = value;
        }

        return await PostAsync(person, "invoke", id, a =>
        {
            a["name"] = "adaptiveCard/action";
            a["value"] = new JsonObject { ["action"] = new JsonObject { ["type"] = "Action.Execute", ["verb"] = verb, ["data"] = data } };
        });
    }

    /// <summary>Somebody writes to the bot.</summary>
    public Task<Answered> WriteAsync(Person person, string text) => PostAsync(person, "message", null, a => a["text"] = text);

    public async Task<Answered> PostAsync(Person person, string type, string? id, Action<JsonObject> with)
    {
        var account = MemoryTeams.AccountOf(person);
        var activity = new JsonObject
        {
            ["type"] = type,
            ["id"] = id ?? $"f:{++_activities}",
            ["channelId"] = "msteams",
            ["serviceUrl"] = "https://smba.example/teams/",
            ["from"] = new JsonObject { ["id"] = $"29:{person.Id}", ["aadObjectId"] = account, ["name"] = "Whoever they say" },
            ["conversation"] = new JsonObject { ["id"] = $"chat-{account}", ["conversationType"] = "personal", ["tenantId"] = MemoryTeams.Tenant },
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = MemoryTeams.Tenant } },
        };
        with(activity);
        return await PostAsync(activity.ToJsonString());
    }

    public async Task<Answered> PostAsync(string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        var response = await _http.PostAsync(new Uri("/api/messages", UriKind.Relative), content, TestContext.Current.CancellationToken);
        var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
        return new Answered(response.StatusCode, text.Length == 0 ? null : JsonNode.Parse(text));
    }

    /// <summary>The data of the button with this verb.</summary>
    public static JsonNode? FindData(JsonNode? node, string verb) => node switch
    {
        JsonObject o when (string?)o["type"] == "Action.Execute" && (string?)o["verb"] == verb => o["data"],
        JsonObject o => o.Select(p => FindData(p.Value, verb)).FirstOrDefault(d => d is not null),
        JsonArray a => a.Select(i => FindData(i, verb)).FirstOrDefault(d => d is not null),
        _ => null,
    };

    public void Dispose() => _http.Dispose();
}

/// <summary>What came back.</summary>
internal sealed record Answered(HttpStatusCode Status, JsonNode? Body)
{
    /// <summary>The card that takes the place of the pressed one.</summary>
    public OutgoingCard Card => (string?)Body?["type"] == "application/vnd.microsoft.card.adaptive"
        ? new OutgoingCard(Body["value"]!.ToJsonString(), "")
        : throw new InvalidOperationException($"No card came back: {Body}");

    /// <summary>All that is said on it.</summary>
    public string Said => Words(Card);

    public static string Words(OutgoingCard card) => string.Join('\n', Texts(JsonNode.Parse(card.Json)));

    private static IEnumerable<string> Texts(JsonNode? node) => node switch
    {
        JsonObject o => o.SelectMany(p => p.Key is "text" or "title" or "label" or "errorMessage" or "value" && p.Value is JsonValue v
            ? [v.ToString()]
            : Texts(p.Value)),
        JsonArray a => a.SelectMany(Texts),
        _ => [],
    };
}
