using System.Text.Json;
using Workflow.Core.People;

namespace LocalHost.Demo;

/// <summary>
/// The Microsoft 365 Agents Playground: Teams in a browser tab, without a tenant, as far as a bot needs it. A tool for
/// development under Microsoft's pre-release terms, fetched by whoever runs it and no part of this product.
/// </summary>
/// <param name="Port">Where it listens on this machine.</param>
/// <param name="Bot">Where the server listens that it talks to.</param>
internal sealed record Playground(int Port, Uri Bot)
{
    /// <summary>The npm package, at the version that was seen to work.</summary>
    public const string Package = "@microsoft/m365agentsplayground@0.2.28";

    /// <summary>The file that it reads its people from, in the folder where it is started.</summary>
    public const string FileName = ".m365agentsplayground.yml";

    private const string Tenant = "d3a0b6f4-52a1-4d0e-9c57-7a4c1f0e2b11";

    // It takes no fewer and no more.
    private const int Others = 5;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>The address of its connector.</summary>
    public Uri Connector => new($"http://127.0.0.1:{Port}/_connector");

    /// <summary>What the server has to be told to talk to it.</summary>
    public IReadOnlyDictionary<string, string?> Settings => new Dictionary<string, string?>
    {
        ["Teams:Playground"] = "true",
        ["Teams:TenantId"] = Tenant,
        ["Teams:DefaultServiceUrl"] = Connector.ToString(),
    };

    /// <summary>The arguments that start it, after the program's own name.</summary>
    public IReadOnlyList<string> Arguments =>
    [
        "start", "-e", new Uri(Bot, "api/messages").ToString(), "-c", "msteams", "-p", $"{Port}", "--service-url", Connector.ToString(), "--disable-telemetry",
    ];

    /// <summary>The content of its file, as JSON, which is YAML too.</summary>
    /// <param name="directory">Who there is.</param>
    /// <param name="user">The id of the person who sits before it.</param>
    public static string PeopleFor(DirectoryDocument directory, string user)
    {
        var people = directory.People.Values.Where(p => p.Account is not null).ToList();
        return JsonSerializer.Serialize(
            new
            {
                version = "0.1.1",
                tenantId = Tenant,
                bot = new { id = "5b1f6a52-8c77-4d0b-8d1c-0a9f6e7c3d42", name = "Approvals" },
                currentUser = Member(people.Single(p => p.Person.Id == user)),
                users = people.Where(p => p.Person.Id != user).Take(Others).Select(Member),
                personalChat = new { id = "personal-chat" },
                groupChat = new { id = "group-chat", name = "Group chat" },
                team = new
                {
                    id = "team",
                    name = "Production",
                    aadGroupId = "0f4f3e0c-61c2-4b5e-8f5d-2f3f1b8f6a01",
                    channels = new[] { new { id = "channel", name = "Announcements" } },
                },
            },
            Indented);
    }

    // It opens a chat with whomever a bot names by this id, and Teams takes the Entra object id there.
    private static object Member(DirectoryEntry entry) => new
    {
        id = entry.Account,
        name = entry.Person.Name,
        userPrincipleName = entry.Person.Email,
        aadObjectId = entry.Account,
        givenName = entry.Person.Name.Split(' ')[0],
        surname = entry.Person.Name.Split(' ')[^1],
        email = entry.Person.Email,
    };
}
