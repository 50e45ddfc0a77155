using System.Globalization;

namespace Adapters.Tests.Graph.Double;

/// <summary>A subscription as the service keeps it.</summary>
internal sealed class SubscriptionEntry(
    string id, string resource, string changeType, string notificationUrl, string lifecycleUrl, string clientState, bool immutableIds)
{
    public string Id { get; } = id;

    public string Resource { get; } = resource;

    public string NotificationUrl { get; } = notificationUrl;

    public string LifecycleUrl { get; } = lifecycleUrl;

    public string ClientState { get; } = clientState;

    public bool ImmutableIds { get; } = immutableIds;

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>How often it was renewed, which also authorizes it again.</summary>
    public int Renewals { get; set; }

    // The service does not show the secret again.
    public object Shown() => new
    {
        id = Id,
        resource = Resource,
        changeType,
        notificationUrl = NotificationUrl,
        lifecycleNotificationUrl = LifecycleUrl,
        clientState = (string?)null,
        expirationDateTime = ExpiresAt.UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
    };
}

/// <summary>Subscriptions: made, listed page by page, renewed, deleted, expired.</summary>
internal sealed class SubscriptionsDouble
{
    // What Microsoft documents for mails: 10,080 minutes.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(10_080);

    private readonly GraphDouble _graph;
    private readonly List<SubscriptionEntry> _all = [];
    private int _made;

    public SubscriptionsDouble(GraphDouble graph)
    {
        _graph = graph;
        graph.Map("GET /subscriptions", List);
        graph.Map("POST /subscriptions", Create);
        graph.Map("PATCH /subscriptions/{id}", Renew);
        graph.Map("DELETE /subscriptions/{id}", Delete);
    }

    /// <summary>Those that live.</summary>
    public IReadOnlyList<SubscriptionEntry> Alive => [.. _all.Where(s => s.ExpiresAt > _graph.Now)];

    /// <summary>How many a list shows on one page.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Asks an address to echo a token, as is done before a subscription is made; false refuses it.</summary>
    public Func<Uri, bool> Validates { get; set; } = _ => true;

    public void Add(SubscriptionEntry entry) => _all.Add(entry);

    /// <summary>The service gives a subscription up, as it does now and then.</summary>
    public void RemoveAll() => _all.Clear();

    private GraphReply List(GraphCall call)
    {
        call.Allow("$skiptoken");
        call.RequireNoBody();
        var from = int.Parse(call.Query["$skiptoken"].FirstOrDefault() ?? "0", CultureInfo.InvariantCulture);
        var page = Alive.Skip(from).Take(PageSize).Select(s => s.Shown()).ToList();
        var answer = new Dictionary<string, object> { ["value"] = page };
        if (from + PageSize < Alive.Count)
            answer["@odata.nextLink"] = $"{_graph.Endpoint}/subscriptions?$skiptoken={from + PageSize}";
        return GraphReply.Json(200, answer);
    }

    private GraphReply Create(GraphCall call)
    {
        var body = call.Json();
        string Text(string name) => body.GetProperty(name).GetString()!;
        call.Require(Text("changeType") == "created", "is for new mails alone");
        call.Require(Text("notificationUrl").StartsWith("https://", StringComparison.Ordinal), "wants an https notificationUrl");
        call.Require(Text("lifecycleNotificationUrl").StartsWith("https://", StringComparison.Ordinal), "wants an https lifecycleNotificationUrl");
        call.Require(Text("clientState").Length is > 0 and <= 128, "takes a clientState of at most 128 characters");
        call.Require(!Text("resource").Contains("graph.microsoft.com", StringComparison.Ordinal), "takes a resource without its host");
        call.RequireImmutableIds();
        if (!Validates(new Uri(Text("notificationUrl"))) || !Validates(new Uri(Text("lifecycleNotificationUrl"))))
            return GraphReply.Error(400, "ValidationError");

        var entry = new SubscriptionEntry(
            $"s{++_made}", Text("resource"), "created", Text("notificationUrl"), Text("lifecycleNotificationUrl"), Text("clientState"), immutableIds: true)
        {
            ExpiresAt = Expiry(call, Text("expirationDateTime")),
        };
        _all.Add(entry);
        return GraphReply.Json(201, entry.Shown());
    }

    private GraphReply Renew(GraphCall call)
    {
        var body = call.Json();
        call.Require(body.EnumerateObject().All(p => p.Name is "expirationDateTime" or "@odata.type"), "changes the expiry alone");
        if (Alive.FirstOrDefault(s => s.Id == call["id"]) is not { } entry)
            return GraphReply.Error(404, "ResourceNotFound");
        entry.ExpiresAt = Expiry(call, body.GetProperty("expirationDateTime").GetString()!);
        entry.Renewals++;
        return GraphReply.Json(200, entry.Shown());
    }

    private GraphReply Delete(GraphCall call)
    {
        call.RequireNoBody();
        return _all.RemoveAll(s => s.Id == call["id"]) > 0 ? GraphReply.Empty(204) : GraphReply.Error(404, "ResourceNotFound");
    }

    private DateTimeOffset Expiry(GraphCall call, string text)
    {
        var at = DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
        call.Require(at > _graph.Now && at <= _graph.Now + Longest, "wants an expiry between now and 10,080 minutes from now");
        return at;
    }
}
