using System.Reflection;
using Functions.Orchestration;
using Microsoft.Azure.Functions.Worker;

namespace Functions.Tests.Triggers;

/// <summary>The functions that the runtime would find.</summary>
internal static class FunctionList
{
    public static IReadOnlyList<MethodInfo> All { get; } =
    [
        .. typeof(ApprovalOrchestrator).Assembly.GetTypes()
            .SelectMany(t => t.GetMethods(BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Static | BindingFlags.Instance))
            .Where(m => m.GetCustomAttribute<FunctionAttribute>() is not null),
    ];

    public static IEnumerable<(MethodInfo Method, HttpTriggerAttribute Http)> Http =>
        from m in All
        from p in m.GetParameters()
        let http = p.GetCustomAttribute<HttpTriggerAttribute>()
        where http is not null
        select (m, http);
}
