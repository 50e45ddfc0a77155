using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Web.Admin;

/// <summary>What an admin wants listed, as it stands in the address: <c>?open=true&amp;tier=written&amp;status=deciding&amp;production=…&amp;approver=…&amp;standing=revoked&amp;q=poster&amp;after=…</c>.</summary>
/// <param name="Query">For the store.</param>
/// <param name="After">Where the page starts; null at the beginning.</param>
public sealed record AdminFilter(SummaryQuery Query, string? After)
{
    private const int SearchLength = 200;
    private const int AfterLength = 500;
    private const int PersonLength = 200;

    /// <summary>Whether nothing is left out.</summary>
    public bool IsEmpty => Query == new SummaryQuery();

    /// <summary>Reads the address; every parameter that cannot be read is a problem.</summary>
    internal static AdminFilter Read(IQueryCollection query, List<FieldProblem> problems)
    {
        var status = Value<RequestStatus>("status");
        var tier = Value<Tier>("tier");
        var search = Text("q", SearchLength);
        var production = Text("production", DeclarationLimits.Line);
        var approver = Text("approver", PersonLength);
        var standing = Value<Standing>("standing");
        var after = Text("after", AfterLength);
        bool? open = Text("open", 5) switch
        {
            null => null,
            "true" => true,
            "false" => false,
            _ => Wrong<bool>("open", "true or false"),
        };

        return new AdminFilter(new SummaryQuery(status, tier, search, open, production, approver, standing), after);

        T? Value<T>(string name)
            where T : struct, Enum =>
            Text(name, 20) is not { } text ? null
            : Wire.Read<T>(text) ?? Wrong<T>(name, "one of " + string.Join(", ", Wire.All<T>()));

        string? Text(string name, int length)
        {
            var text = query[name].ToString().Trim();
            if (text.Length > length)
                problems.Add(new FieldProblem(name, $"It is longer than {length} characters."));

            return text.Length == 0 || text.Length > length ? null : text;
        }

        T? Wrong<T>(string name, string remedy)
            where T : struct
        {
            problems.Add(new FieldProblem(name, $"It has to be {remedy}, or left out."));
            return null;
        }
    }

    /// <summary>The address that lists a production.</summary>
    public static string OfProduction(string production) => new AdminFilter(new SummaryQuery(Production: production), null).Address();

    /// <summary>The address that lists what waits for a person and what they decided.</summary>
    public static string OfApprover(string person) => new AdminFilter(new SummaryQuery(Approver: person), null).Address();

    /// <summary>The address that lists the same, from another place on.</summary>
    public string Address(string? after = null) => "/manage" + QueryString.Create(new Dictionary<string, string?>
    {
        ["status"] = Query.Status is { } status ? Wire.Word(status) : null,
        ["tier"] = Query.Tier is { } tier ? Wire.Word(tier) : null,
        ["open"] = Query.Open is { } open ? (open ? "true" : "false") : null,
        ["production"] = Query.Production,
        ["approver"] = Query.Approver,
        ["standing"] = Query.Standing is { } standing ? Wire.Word(standing) : null,
        ["q"] = Query.Search,
        ["after"] = after,
    }.Where(pair => pair.Value is not null));
}
