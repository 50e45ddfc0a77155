using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Functions.Tests.Triggers;

/// <summary>
/// Calls the HTTP triggers as the worker does: found by their routes, made by the container, their parameters bound by
/// type and name, what they return executed.
/// </summary>
internal static class TriggerSite
{
    public static void Map(IEndpointRouteBuilder routes, DurableTaskClient client)
    {
        foreach (var (method, http) in FunctionList.Http)
        {
            var endpoint = Call(method, client);
            if (http.Methods is { } methods)
                routes.MapMethods(http.Route!, methods, endpoint);
            else
                routes.Map(http.Route!, endpoint);
        }
    }

    private static RequestDelegate Call(MethodInfo method, DurableTaskClient client) => async http =>
    {
        var function = ActivatorUtilities.CreateInstance(http.RequestServices, method.DeclaringType!);
        var arguments = method.GetParameters().Select(p => Bind(p, http, client)).ToArray();
        var result = await (Task<IResult>)method.Invoke(function, arguments)!;
        await result.ExecuteAsync(http);
    };

    private static object? Bind(ParameterInfo parameter, HttpContext http, DurableTaskClient client) => parameter.ParameterType switch
    {
        var t when t == typeof(HttpRequest) => http.Request,
        var t when t == typeof(DurableTaskClient) => client,
        var t when t == typeof(string) => http.GetRouteValue(parameter.Name!),
        var t when t == typeof(CancellationToken) => http.RequestAborted,
        var t => throw new InvalidOperationException($"No trigger gets a {t}."),
    };
}
