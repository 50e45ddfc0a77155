using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflow.Web;

namespace Functions.Tests.Triggers;

/// <summary>The triggers are the list of addresses again, and keep the rules that the runtime checks only once deployed.</summary>
public sealed class TriggerListSpecs
{
    // LocalHost has no orchestrations, and an address that Graph can reach is not taken for granted there.
    private static readonly string[] OfThisHostAlone =
    [
        "GET,HEAD api/admin/orchestrations",
        "GET,HEAD api/admin/orchestrations/{id}",
        "POST api/admin/orchestrations/{id}/suspend",
        "POST api/admin/orchestrations/{id}/resume",
        "POST api/admin/orchestrations/{id}/terminate",
        "POST api/admin/orchestrations/{id}/restart",
        "POST api/admin/orchestrations/purge",
        "POST api/graph/notifications",
        "POST api/graph/lifecycle",
    ];

    [Fact]
    public async Task Every_endpoint_has_its_trigger_and_every_trigger_its_endpoint()
    {
        await using var app = Endpoints();
        var endpoints = ((IEndpointRouteBuilder)app).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>()
            .Select(e => $"{Methods(e.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods)} {e.RoutePattern.RawText!.Trim('/')}")
            .Concat(OfThisHostAlone);

        var triggers = FunctionList.Http.Select(f => $"{Methods(f.Http.Methods)} {(f.Method.Name == "StartAsync" ? "" : f.Http.Route)}");

        Assert.Equal(endpoints.Order(StringComparer.Ordinal), triggers.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Triggers_keep_away_from_the_runtimes_own_routes_and_guard_themselves()
    {
        Assert.All(FunctionList.Http, f =>
        {
            Assert.False(string.IsNullOrEmpty(f.Http.Route));
            Assert.DoesNotMatch("^(admin|runtime)", f.Http.Route);
            Assert.Equal(AuthorizationLevel.Anonymous, f.Http.AuthLevel);
        });
    }

    [Theory]
    [InlineData(StringComparison.Ordinal)]
    [InlineData(StringComparison.OrdinalIgnoreCase)]
    [InlineData(StringComparison.InvariantCulture)]
    public void Runtime_that_goes_by_the_names_of_functions_finds_the_one_that_is_meant(StringComparison order)
    {
        var inOrder = FunctionList.Http.OrderBy(f => NameOf(f.Method), StringComparer.FromComparison(order)).ToList();

        Assert.All(FunctionList.Http, wanted =>
        {
            var path = new PathString("/" + Regex.Replace(wanted.Http.Route!, @"\{start.*?\}", "")
                .Replace("{*path}", "some/where/else/again", StringComparison.Ordinal)
                .Replace("{id}", "GAI-7K3M-Q2XF", StringComparison.Ordinal));
            var found = inOrder.First(f => Methods(f.Http.Methods).Split(',').Intersect(Methods(wanted.Http.Methods).Split(',')).Any() && RuntimeRoute.Matches(f.Http.Route!, path));
            Assert.Equal(NameOf(wanted.Method), NameOf(found.Method));
        });
    }

    [Fact]
    public void Route_parameters_are_parameters_of_the_function()
    {
        Assert.All(FunctionList.Http.Where(f => f.Method.Name is not ("StartAsync" or "NowhereAsync")), f => Assert.Equal(
            f.Http.Route!.Split('/').Where(s => s.StartsWith('{')).Select(s => s.Trim('{', '}')),
            f.Method.GetParameters().Where(p => p.ParameterType == typeof(string)).Select(p => p.Name!)));
    }

    [Fact]
    public void Functions_are_public_and_named_once()
    {
        Assert.All(FunctionList.All, m => Assert.True(m.IsPublic && m.DeclaringType!.IsPublic, m.Name));
        Assert.All(
            FunctionList.All.GroupBy(m => m.GetCustomAttribute<FunctionAttribute>()!.Name, StringComparer.OrdinalIgnoreCase),
            name => Assert.Single(name));
    }

    [Fact]
    public void Timers_are_the_sweeps_the_digests_and_the_housekeeping_and_say_when_in_six_fields()
    {
        var timers = FunctionList.All.SelectMany(m => m.GetParameters()).Select(p => p.GetCustomAttribute<TimerTriggerAttribute>()).OfType<TimerTriggerAttribute>();

        Assert.Equal(["0 * * * * *", "0 */5 * * * *", "0 0 * * * *", "0 20 3 * * *"], timers.Select(t => t.Schedule).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Post_triggers_and_those_of_orchestrations_get_the_client()
    {
        Assert.All(FunctionList.Http, f => Assert.Equal(
            f.Http.Methods?.Contains("post") == true || f.Http.Route!.StartsWith("api/admin/orchestrations", StringComparison.Ordinal),
            f.Method.GetParameters().Any(p => p.ParameterType == typeof(DurableTaskClient) && p.IsDefined(typeof(DurableClientAttribute)))));
    }

    private static string NameOf(MethodInfo method) => method.GetCustomAttribute<FunctionAttribute>()!.Name;

    private static WebApplication Endpoints()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Services.AddApprovalsWeb();
        var app = builder.Build();
        app.MapApprovals();
        return app;
    }

    private static string Methods(IEnumerable<string>? methods) =>
        string.Join(',', (methods ?? []).Select(m => m.ToUpperInvariant()).Order(StringComparer.Ordinal));
}
