using System.Text;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;
using Workflow.Web.Links;
using Workflow.Web.Pages;

namespace Workflow.Web.Admin;

/// <summary>What the page of the register shows.</summary>
/// <param name="Production">Whose; null while none is chosen.</param>
/// <param name="Productions">Those that can be chosen.</param>
/// <param name="Entries">A page of them.</param>
/// <param name="After">Where the page starts; null at the beginning.</param>
/// <param name="Next">Where the next one starts; null at the end.</param>
public sealed record RegisterPage(
    string? Production, IReadOnlyList<string> Productions, IReadOnlyList<RegisterEntry> Entries, string? After, string? Next)
{
    /// <summary>The address of something of the same production.</summary>
    /// <param name="path">Of the page or a download.</param>
    /// <param name="after">Where to start; null at the beginning.</param>
    public string Address(string path, string? after = null) => path + QueryString.Create(
        new Dictionary<string, string?> { ["production"] = Production, ["after"] = after }.Where(pair => pair.Value is not null));
}

/// <summary>
/// The register of a production: every use that was allowed. Made from the streams at the moment it is asked for, so that
/// it says what holds now.
/// </summary>
public sealed class AdminRegister(
    AdminGate gate, ISummaries summaries, ApprovalDesk desk, IDirectory directory, PublicAddress address, TimeProvider time)
{
    /// <summary>The address of the page.</summary>
    public const string Path = "/manage/register";

    private const int PageSize = 50;
    private const int LoadSize = 200;
    private const int AfterLength = 500;

    /// <summary><c>GET /manage/register?production=…&amp;after=…</c>.</summary>
    public Task<IResult> GetAsync(HttpContext http) => gate.ShowAsync(http, async _ =>
    {
        var productions = await directory.ProductionsAsync(http.RequestAborted);
        var production = Production(http);
        var after = http.Request.Query["after"].ToString() is { Length: > 0 and <= AfterLength } place ? place : null;
        var (entries, next) = production is null ? ([], null) : await LoadAsync(production, PageSize, after, http.RequestAborted);
        return Page.Html(Slices.AdminRegisterPage.Create(new RegisterPage(production, productions, entries, after, next)));
    });

    /// <summary><c>GET /manage/register.csv?production=…</c>: all of it, in UTF-8, for spreadsheets.</summary>
    public Task<IResult> GetCsvAsync(HttpContext http) => DownloadAsync(http, "csv", "text/csv; charset=utf-8", rows =>
        [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(RegisterSheet.Of(rows))]);

    /// <summary><c>GET /manage/register.json?production=…</c>: all of it, for programs.</summary>
    public Task<IResult> GetJsonAsync(HttpContext http) => DownloadAsync(http, "json", "application/json", RegisterDocument.Of);

    // Made in memory, whole: a register that breaks off in the middle must not look like one.
    private Task<IResult> DownloadAsync(HttpContext http, string extension, string type, Func<IReadOnlyList<RegisterRow>, byte[]> write) =>
        gate.ShowAsync(http, async _ =>
        {
            if (Production(http) is not { } production)
                return NoProduction.ToResult(http);

            var rows = new List<RegisterRow>();
            string? after = null;
            do
            {
                var (entries, next) = await LoadAsync(production, LoadSize, after, http.RequestAborted);
                rows.AddRange(entries.Select(e => RegisterRow.Of(e, e.RecordHash is null ? null : address.Record(e.Request))));
                after = next;
            }
            while (after is not null);

            var name = $"register-{time.GetUtcNow():yyyy-MM-dd}.{extension}";
            return Page.Secure(Results.File(write(rows), type, name));
        });

    private async Task<(IReadOnlyList<RegisterEntry> Entries, string? Next)> LoadAsync(
        string production, int size, string? after, CancellationToken cancellationToken)
    {
        var page = await summaries.ListAsync(new SummaryQuery(Production: production), size, after, cancellationToken);
        var entries = new List<RegisterEntry>();
        foreach (var row in page.Items)
        {
            if (await desk.FindAsync(row.Id, cancellationToken) is { } request && RegisterEntry.Of(request) is { } entry)
                entries.Add(entry);
        }

        return (entries, page.Continuation);
    }

    private static string? Production(HttpContext http) =>
        PlainText.Line(http.Request.Query["production"]) is { Length: <= DeclarationLimits.Line } name ? name : null;

    private static Problem NoProduction => new(
        StatusCodes.Status400BadRequest,
        "no-production",
        $"Whose register?",
        $"Name the production in the address, as production=NAME.")
    {
        Next = new NavigationLink(Path, $"Choose a production"),
    };
}
