using Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.Files;
using Workflow.Adapters.KeyVault;
using Workflow.Adapters.Mail;
using Workflow.Web;

// host.json keeps routePrefix empty: the links in mails lead to /review and /request, on this host as on the other.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services
    .AddSingleton(TimeProvider.System)
    .AddPolicyFiles()
    .AddAzureStorage()
    .AddKeyVaultSigning()
    .AddMail(builder.Configuration, Path.Combine(Path.GetTempPath(), "approvals-outbox"))
    .AddProductionLimits()
    .AddOrchestration()
    .AddApprovalsWeb();

await builder.Build().RunAsync();
