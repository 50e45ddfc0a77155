using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Workflow.Core.Ports;

namespace Workflow.Web.Development;

internal static class DevEndpoints
{
    public static void MapDevMailbox(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/dev/mailbox", (HttpContext http, IDevMailbox mailbox) => DevMailboxPages.ListAsync(http, mailbox));
        routes.MapRead("/dev/mailbox/{id}", (HttpContext http, IDevMailbox mailbox, string id) => DevMailboxPages.GetAsync(http, mailbox, id));
        routes.MapRead("/dev/mailbox/{id}/html", (HttpContext http, IDevMailbox mailbox, string id) => DevMailboxPages.GetHtmlAsync(http, mailbox, id));
    }
}
