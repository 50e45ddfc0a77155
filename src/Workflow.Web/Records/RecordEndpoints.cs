using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Workflow.Web.Records;

/// <summary>The addresses of records.</summary>
internal static class RecordEndpoints
{
    /// <summary>Maps them onto <see cref="RecordPages"/>.</summary>
    public static IEndpointRouteBuilder MapRecords(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/records", (HttpContext http, RecordPages pages) => pages.FormAsync(http));
        routes.MapRead("/records/verify", (HttpContext http, RecordPages pages) => pages.FormAsync(http));
        routes.MapPost("/records/verify", (HttpContext http, RecordPages pages) => pages.VerifyAsync(http));
        routes.MapRead("/records/{id}", (HttpContext http, RecordPages pages, string id) => pages.ShowAsync(http, id));
        routes.MapRead("/records/{id}/file.pdf", (HttpContext http, RecordPages pages, string id) => pages.FileAsync(http, id));
        routes.MapRead("/records/{id}/record.jws", (HttpContext http, RecordPages pages, string id) => pages.JwsAsync(http, id));
        routes.MapRead("/.well-known/approvals-keys.json", (HttpContext http, RecordPages pages) => pages.Keys(http));
        return routes;
    }
}
