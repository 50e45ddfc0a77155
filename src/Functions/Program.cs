using Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// host.json keeps routePrefix empty: the links in mails lead to /review and /request, on this host as on the other.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddApprovals(builder.Configuration);

await builder.Build().RunAsync();
