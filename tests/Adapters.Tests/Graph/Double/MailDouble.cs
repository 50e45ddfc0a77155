using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Adapters.Tests.Graph.Double;

/// <summary>A mail as the service keeps it.</summary>
internal sealed class MailEntry(string id, byte[] mime, string messageId, DateTimeOffset receivedAt)
{
    /// <summary>Stays the same wherever it is moved, and when it is sent.</summary>
    public string Id { get; } = id;

    public byte[] Mime { get; } = mime;

    /// <summary>With angle brackets.</summary>
    public string MessageId { get; set; } = messageId;

    public DateTimeOffset ReceivedAt { get; } = receivedAt;

    /// <summary>Id of the folder; null while it is on its way out and can be found nowhere.</summary>
    public string? Folder { get; set; }

    public bool IsDraft { get; set; }
}

/// <summary>One mailbox: folders, mails, what changed in a folder, drafts and sending.</summary>
internal sealed partial class MailDouble
{
    public const string Address = "approvals@studio.example";
    public const string Inbox = "inbox-id";
    public const string Drafts = "drafts-id";
    public const string SentItems = "sentitems-id";

    private readonly GraphDouble _graph;
    private readonly List<MailEntry> _mails = [];
    private readonly List<(string Folder, MailEntry Mail, bool IsThere)> _changes = [];
    private readonly Dictionary<string, string> _folders = new(StringComparer.Ordinal)
    {
        [Inbox] = "Inbox",
        [Drafts] = "Drafts",
        [SentItems] = "Sent Items",
    };

    private int _ids;
    private int _generation;

    public MailDouble(GraphDouble graph)
    {
        _graph = graph;
        graph.Map("GET /users/{mailbox}/mailFolders", FindFolder);
        graph.Map("POST /users/{mailbox}/mailFolders", MakeFolder);
        graph.Map("GET /users/{mailbox}/mailFolders/{folder}", GetFolder);
        graph.Map("GET /users/{mailbox}/mailFolders/{folder}/messages/delta", Delta);
        graph.Map("GET /users/{mailbox}/messages", FindMail);
        graph.Map("GET /users/{mailbox}/messages/{id}", GetMail);
        graph.Map("GET /users/{mailbox}/messages/{id}/$value", GetMime);
        graph.Map("POST /users/{mailbox}/messages", MakeDraft);
        graph.Map("POST /users/{mailbox}/messages/{id}/send", Send);
        graph.Map("POST /users/{mailbox}/messages/{id}/move", Move);
    }

    /// <summary>How many mails a page of changes holds at most, whatever the caller prefers.</summary>
    public int PageSize { get; set; } = 50;

    /// <summary>Whether mails that are sent take their time: until <see cref="Deliver"/> they can be found nowhere.</summary>
    public bool IsSlow { get; set; }

    /// <summary>Whether the Message-ID of what is sent is replaced by the service's own.</summary>
    public bool RewritesMessageIds { get; set; }

    /// <summary>What was sent: the MIME as the world gets it.</summary>
    public List<MailEntry> Sent { get; } = [];

    public IReadOnlyList<MailEntry> Mails => _mails;

    /// <summary>A mail comes in.</summary>
    public MailEntry Receive(string raw, TimeSpan ago = default) => Receive(Encoding.UTF8.GetBytes(raw), ago);

    public MailEntry Receive(byte[] raw, TimeSpan ago = default)
    {
        var mail = new MailEntry($"AAk-m{++_ids}=", raw, MessageIdOf(raw), _graph.Now - ago);
        _mails.Add(mail);
        Put(mail, Inbox);
        return mail;
    }

    /// <summary>Somebody moves a mail.</summary>
    public void Put(MailEntry mail, string? folder)
    {
        if (mail.Folder is { } old)
            _changes.Add((old, mail, false));
        mail.Folder = folder;
        if (folder is not null)
            _changes.Add((folder, mail, true));
    }

    /// <summary>Somebody deletes a mail.</summary>
    public void Delete(MailEntry mail)
    {
        Put(mail, null);
        _mails.Remove(mail);
    }

    /// <summary>A mail is exported and imported again, or restored: the same under another id.</summary>
    public void Copy(MailEntry mail)
    {
        var copy = new MailEntry($"AAk-m{++_ids}=", mail.Mime, mail.MessageId, mail.ReceivedAt);
        _mails.Add(copy);
        Put(copy, mail.Folder);
        Delete(mail);
    }

    /// <summary>Makes a folder, as a person does in Outlook.</summary>
    public string Make(string name)
    {
        var id = $"folder-{_folders.Count}";
        _folders.Add(id, name);
        return id;
    }

    public void DeleteFolder(string name) => _folders.Remove(_folders.Single(f => f.Value == name).Key);

    public int Folders(string name) => _folders.Values.Count(n => n == name);

    /// <summary>The mails in a folder, by its display name.</summary>
    public IReadOnlyList<MailEntry> In(string name) =>
        [.. _mails.Where(m => m.Folder is { } folder && _folders.TryGetValue(folder, out var of) && of == name)];

    /// <summary>What was noted of changes is thrown away: every link is worth nothing.</summary>
    public void ForgetChanges() => _generation++;

    /// <summary>What was on its way out arrives, and its copy lies in Sent Items.</summary>
    public void Deliver()
    {
        foreach (var mail in Sent.Where(m => m.Folder is null))
            Put(mail, SentItems);
    }

    private GraphReply FindFolder(GraphCall call)
    {
        call.Allow("$filter", "$select", "$top");
        var name = Quoted(call, "displayName");
        return GraphReply.Json(200, new { value = _folders.Where(f => f.Value.Equals(name, StringComparison.OrdinalIgnoreCase)).Select(Shown) });
    }

    private GraphReply MakeFolder(GraphCall call)
    {
        Own(call);
        var name = call.Json().GetProperty("displayName").GetString()!;
        if (_folders.Values.Contains(name, StringComparer.OrdinalIgnoreCase))
            return GraphReply.Error(409, "ErrorFolderExists");
        return GraphReply.Json(201, Shown(KeyValuePair.Create(Make(name), name)));
    }

    private GraphReply GetFolder(GraphCall call)
    {
        Own(call);
        call.Allow("$select");
        var id = WellKnown(call["folder"]);
        return _folders.TryGetValue(id, out var name) ? GraphReply.Json(200, Shown(KeyValuePair.Create(id, name))) : GraphReply.NotFound;
    }

    private GraphReply Delta(GraphCall call)
    {
        Own(call);
        call.RequireImmutableIds();
        call.Allow("$select", "$deltatoken", "$skiptoken");
        var token = call.Query["$deltatoken"].FirstOrDefault() ?? call.Query["$skiptoken"].FirstOrDefault();
        call.Require(
            token is null == call.Query.ContainsKey("$select"), "says once what it selects, and takes links as they are");

        // generation.from.to.skip; a link that ends a round has from and to alike.
        int[] at = token is null ? [_generation, 0, _changes.Count, 0] : [.. token.Split('.').Select(n => int.Parse(n, CultureInfo.InvariantCulture))];
        if (at[0] != _generation)
            return GraphReply.Error(410, "syncStateNotFound");
        if (call.Query.ContainsKey("$deltatoken"))
            at[2] = _changes.Count;

        // The first round shows what is there; later ones what changed, the last change of each mail.
        var folder = WellKnown(call["folder"]);
        var shown = _changes.Take(at[2]).Skip(at[1]).Where(c => c.Folder == folder)
            .GroupBy(c => c.Mail).Select(g => g.Last()).Where(c => at[1] > 0 || c.IsThere).ToList();
        var size = Math.Min(Preferred(call) ?? 10, PageSize);
        var more = shown.Count > at[3] + size;
        var link = $"{_graph.Endpoint}/users/{call["mailbox"]}/mailFolders/{call["folder"]}/messages/delta?"
            + (more ? $"$skiptoken={at[0]}.{at[1]}.{at[2]}.{at[3] + size}" : $"$deltatoken={at[0]}.{at[2]}.{at[2]}.0");
        return GraphReply.Json(200, new Dictionary<string, object>
        {
            [more ? "@odata.nextLink" : "@odata.deltaLink"] = link,
            ["value"] = shown.Skip(at[3]).Take(size).Select(c => c.IsThere
                ? (object)new { id = c.Mail.Id, receivedDateTime = c.Mail.ReceivedAt.UtcDateTime }
                : new Dictionary<string, object> { ["id"] = c.Mail.Id, ["@removed"] = new { reason = "deleted" } }),
        });
    }

    private GraphReply FindMail(GraphCall call)
    {
        Own(call);
        call.RequireImmutableIds();
        call.Allow("$filter", "$select", "$top");
        var id = Quoted(call, "internetMessageId");
        return GraphReply.Json(200, new { value = _mails.Where(m => m.MessageId == id && m.Folder is not null).Select(Shown) });
    }

    private GraphReply GetMail(GraphCall call)
    {
        call.Allow("$select");
        return Find(call) is { Folder: not null } mail ? GraphReply.Json(200, Shown(mail)) : GraphReply.NotFound;
    }

    private GraphReply GetMime(GraphCall call)
    {
        call.Allow();
        return Find(call) is { Folder: not null } mail ? GraphReply.Bytes(mail.Mime) : GraphReply.NotFound;
    }

    private GraphReply MakeDraft(GraphCall call)
    {
        Own(call);
        call.RequireImmutableIds();
        call.Require(call.Headers.ContentType == "text/plain", "takes MIME as text/plain");
        var mime = Convert.FromBase64String(Encoding.ASCII.GetString(call.Body));
        call.Require(call.Body.Length <= 4 * 1024 * 1024, "takes 4 MB at most");
        var mail = new MailEntry($"AAk-m{++_ids}=", mime, MessageIdOf(mime), _graph.Now) { IsDraft = true };
        _mails.Add(mail);
        Put(mail, Drafts);
        return GraphReply.Json(201, Shown(mail));
    }

    private GraphReply Send(GraphCall call)
    {
        call.RequireNoBody();
        if (Find(call) is not { Folder: not null } mail)
            return GraphReply.NotFound;
        call.Require(mail.IsDraft, "sends drafts alone");
        mail.IsDraft = false;
        if (RewritesMessageIds)
            mail.MessageId = $"<rewritten-{mail.Id}@exchange.example>";
        Sent.Add(mail);
        Put(mail, IsSlow ? null : SentItems);
        return GraphReply.Empty(202);
    }

    private GraphReply Move(GraphCall call)
    {
        // The documentation writes destinationId, the service's own description and the library DestinationId.
        var folder = call.Json().EnumerateObject().Single(p => p.Name.Equals("destinationId", StringComparison.OrdinalIgnoreCase)).Value.GetString()!;
        if (Find(call) is not { Folder: not null } mail)
            return GraphReply.NotFound;
        if (!_folders.ContainsKey(folder))
            return GraphReply.Error(404, "ErrorFolderNotFound");
        Put(mail, folder);
        return GraphReply.Json(201, Shown(mail));
    }

    private MailEntry? Find(GraphCall call)
    {
        Own(call);
        call.RequireImmutableIds();
        return _mails.Find(m => m.Id == call["id"]);
    }

    private static void Own(GraphCall call) => call.Require(call["mailbox"] == Address, "is for a mailbox that we may not open");

    // The one filter that we make.
    private static string Quoted(GraphCall call, string property)
    {
        var filter = call.Query["$filter"].ToString();
        var match = Filter().Match(filter);
        call.Require(match.Success && match.Groups[1].Value == property, $"wants $filter={property} eq '…', not {filter}");
        return match.Groups[2].Value.Replace("''", "'", StringComparison.Ordinal);
    }

    private static int? Preferred(GraphCall call) =>
        call.Headers["Prefer"].SelectMany(v => v!.Split(',')).Select(v => v.Trim()).FirstOrDefault(v => v.StartsWith("odata.maxpagesize=", StringComparison.Ordinal)) is { } size
            ? int.Parse(size.AsSpan(size.IndexOf('=', StringComparison.Ordinal) + 1), CultureInfo.InvariantCulture)
            : null;

    private static string WellKnown(string folder) => folder switch
    {
        "inbox" => Inbox,
        "drafts" => Drafts,
        "sentitems" => SentItems,
        _ => folder,
    };

    private static string MessageIdOf(byte[] mime) =>
        MessageIdHeader().Match(Encoding.Latin1.GetString(mime.AsSpan(0, Math.Min(mime.Length, 20_000)))) is { Success: true } match ? match.Groups[1].Value : "";

    private static object Shown(KeyValuePair<string, string> folder) => new { id = folder.Key, displayName = folder.Value };

    private static object Shown(MailEntry mail) =>
        new { id = mail.Id, isDraft = mail.IsDraft, parentFolderId = mail.Folder, internetMessageId = mail.MessageId, receivedDateTime = mail.ReceivedAt.UtcDateTime };

    [GeneratedRegex("^(\\w+) eq '((?:[^']|'')*)'$")]
    private static partial Regex Filter();

    [GeneratedRegex("^Message-I[dD]:\\s*(<[^>]+>)", RegexOptions.Multiline | RegexOptions.IgnoreCase)]
    private static partial Regex MessageIdHeader();
}
