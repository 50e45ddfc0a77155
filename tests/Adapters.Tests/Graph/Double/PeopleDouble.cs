using System.Text.Json.Nodes;

namespace Adapters.Tests.Graph.Double;

/// <summary>A user of the tenant.</summary>
internal sealed record UserEntry(string Id, string Name)
{
    public string? Mail { get; set; } = $"{Name.ToLowerInvariant()}@studio.example";

    public bool IsEnabled { get; set; } = true;

    public string Type { get; set; } = "Member";

    public string? Language { get; set; }

    public string? Country { get; set; }

    /// <summary>Object id; null when there is none.</summary>
    public string? Manager { get; set; }

    /// <summary>Whether they are a contact, who cannot sign in.</summary>
    public bool IsContact { get; set; }

    /// <summary>As Graph answers; null when there is no mailbox.</summary>
    public JsonObject? Mailbox { get; set; } = [];
}

/// <summary>Users, groups, managers and the settings of mailboxes.</summary>
internal sealed class PeopleDouble
{
    private readonly GraphDouble _graph;

    public PeopleDouble(GraphDouble graph)
    {
        _graph = graph;
        graph.Map("GET /groups/{group}/transitiveMembers/graph.user", Members);
        graph.Map("GET /users/{user}", GetUser);
        graph.Map("GET /users/{user}/manager", GetManager);
        graph.Map("GET /users/{user}/mailboxSettings", GetMailbox);
    }

    /// <summary>How many users a page holds at most, whatever the caller prefers.</summary>
    public int PageSize { get; set; } = 999;

    /// <summary>Whether the caller may not read users: of each there is an id and nothing more.</summary>
    public bool HidesUsers { get; set; }

    /// <summary>Everybody, by object id.</summary>
    public Dictionary<string, UserEntry> Users { get; } = [];

    /// <summary>Object ids of members, by the group's.</summary>
    public Dictionary<string, List<string>> Groups { get; } = [];

    private GraphReply Members(GraphCall call)
    {
        call.Allow("$select", "$top", "$count", "$skiptoken");
        call.Require(call.Headers["ConsistencyLevel"] == "eventual", "is an advanced query and wants ConsistencyLevel: eventual");
        var from = 0;
        if (call.Query["$skiptoken"] is [{ } token])
            from = int.Parse(token, System.Globalization.CultureInfo.InvariantCulture);
        else
            call.Require(call.Query["$count"] == "true", "is an advanced query and wants $count=true");
        if (!Groups.TryGetValue(call["group"], out var members))
            return NotFound;

        var page = members.Skip(from).Take(PageSize).Select(id => User(Users[id], call)).ToArray();
        var answer = new JsonObject { ["value"] = new JsonArray([.. page]) };
        if (from + PageSize < members.Count)
            answer["@odata.nextLink"] = $"{_graph.Endpoint}{call.Path}?$select={call.Query["$select"]}&$skiptoken={from + PageSize}";
        return GraphReply.Json(200, answer);
    }

    private GraphReply GetUser(GraphCall call) =>
        Users.TryGetValue(call["user"], out var user) ? GraphReply.Json(200, User(user, call)) : NotFound;

    private GraphReply GetManager(GraphCall call)
    {
        call.Require(Users.ContainsKey(call["user"]), "is about somebody unknown");
        return Users[call["user"]].Manager is { } manager ? GraphReply.Json(200, User(Users[manager], call)) : NotFound;
    }

    private GraphReply GetMailbox(GraphCall call)
    {
        call.Allow();
        return Users[call["user"]].Mailbox is { } settings
            ? GraphReply.Json(200, settings)
            : GraphReply.Error(404, "MailboxNotEnabledForRESTAPI");
    }

    private JsonObject User(UserEntry user, GraphCall call)
    {
        string[] known = ["id", "displayName", "mail", "accountEnabled", "userType", "preferredLanguage", "usageLocation"];
        call.Require(call.Query["$select"].ToString().Split(',').Order().SequenceEqual(known.Order()), "asks of a user what we need, and nothing else");
        var answer = new JsonObject { ["@odata.type"] = user.IsContact ? "#microsoft.graph.orgContact" : "#microsoft.graph.user", ["id"] = user.Id };
        if (HidesUsers || user.IsContact)
            return answer;
        answer["displayName"] = user.Name;
        answer["mail"] = user.Mail;
        answer["accountEnabled"] = user.IsEnabled;
        answer["userType"] = user.Type;
        answer["preferredLanguage"] = user.Language;
        answer["usageLocation"] = user.Country;
        return answer;
    }

    private static GraphReply NotFound { get; } = GraphReply.Error(404, "Request_ResourceNotFound");
}
