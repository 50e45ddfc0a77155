using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Diagnostics;

namespace Workflow.Web.Admin;

internal static class AdminEndpoints
{
    public static void MapAdmin(this IEndpointRouteBuilder routes)
    {
        routes.MapRead("/manage/sign-in", (HttpContext http, AdminSignIn page) => page.GetAsync(http));
        routes.MapPost("/manage/sign-in", (HttpContext http, AdminSignIn page) => page.PostAsync(http));
        routes.MapRead("/manage/sign-out", (HttpContext http, AdminSignIn page) => page.AskToLeaveAsync(http));
        routes.MapPost("/manage/sign-out", (HttpContext http, AdminSignIn page) => page.LeaveAsync(http));

        routes.MapRead("/manage", (HttpContext http, AdminRequests page) => page.GetAsync(http));
        routes.MapRead("/api/admin/requests", (HttpContext http, AdminRequests page) => page.GetJsonAsync(http));
        routes.MapRead("/manage/requests/{id}", (HttpContext http, AdminInspector page, string id) => page.GetAsync(http, id));
        routes.MapRead("/manage/requests/{id}/files/{sha256}", (HttpContext http, AdminInspector page, string id, string sha256) =>
            page.GetFileAsync(http, id, sha256));
        routes.MapPost("/manage/requests/{id}/{power}", (HttpContext http, AdminInspector page, string id, string power) =>
            page.PostAsync(http, id, power));

        routes.MapRead("/manage/register", (HttpContext http, AdminRegister page) => page.GetAsync(http));
        routes.MapRead("/manage/register.csv", (HttpContext http, AdminRegister page) => page.GetCsvAsync(http));
        routes.MapRead("/manage/register.json", (HttpContext http, AdminRegister page) => page.GetJsonAsync(http));

        routes.MapRead("/manage/quarantine", (HttpContext http, AdminQuarantine page) => page.ListAsync(http));
        routes.MapRead("/manage/quarantine/{sha256}", (HttpContext http, AdminQuarantine page, string sha256) => page.GetAsync(http, sha256));
        routes.MapPost("/manage/quarantine/{sha256}", (HttpContext http, AdminQuarantine page, string sha256) => page.SettleAsync(http, sha256));

        routes.MapRead("/manage/dead-letters", (HttpContext http, AdminDeadLetters page) => page.GetAsync(http));
        routes.MapPost("/manage/dead-letters/retry", (HttpContext http, AdminDeadLetters page) => page.RetryAsync(http));
    }

    public static IServiceCollection AddAdmin(this IServiceCollection services)
    {
        services.AddOptions<AdminOptions>().BindConfiguration(AdminOptions.Section)
            .Validate(
                options => !options.IsConfigured || options.Key!.Length >= AdminOptions.KeyLength,
                $"Admin:Key must have at least {AdminOptions.KeyLength} characters, or be left out to keep the admin's pages closed.")
            .Validate(options => !SecretReference.IsUnresolved(options.Key), SecretReference.Refusal("Admin:Key"))
            .Validate(
                options => string.IsNullOrEmpty(options.AuditorKey) || (options.AuditorKey.Length >= AdminOptions.KeyLength && options.AuditorKey != options.Key),
                $"Admin:AuditorKey must have at least {AdminOptions.KeyLength} characters and differ from Admin:Key, or be left out.")
            .Validate(options => !SecretReference.IsUnresolved(options.AuditorKey), SecretReference.Refusal("Admin:AuditorKey"))
            .ValidateOnStart();
        return services
            .AddSingleton<AdminThrottle>()
            .AddSingleton<AdminKey>()
            .AddSingleton<AdminSession>()
            .AddSingleton<AdminGate>()
            .AddSingleton<AdminSignIn>()
            .AddSingleton<AdminRequests>()
            .AddSingleton<AdminInspector>()
            .AddSingleton<AdminPowers>()
            .AddSingleton<AdminRegister>()
            .AddSingleton<AdminQuarantine>()
            .AddSingleton<AdminDeadLetters>();
    }
}
