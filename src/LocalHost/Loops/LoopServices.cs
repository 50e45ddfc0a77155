using Microsoft.Extensions.Options;
using Workflow.Adapters.Sqlite;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace LocalHost.Loops;

/// <summary>Registers what runs beside the pages: the courier and the alarm clock.</summary>
internal static class LoopServices
{
    /// <summary>
    /// Needs the ports of <see cref="SqliteServices.AddSqliteStore"/>, an <see cref="IEffectCarrier"/>, the
    /// <see cref="ApprovalDesk"/> and a <see cref="TimeProvider"/>.
    /// </summary>
    public static IServiceCollection AddLoops(this IServiceCollection services)
    {
        services.AddOptions<CourierOptions>()
            .BindConfiguration(CourierOptions.Section).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<Circuits>();
        services.AddSingleton(provider =>
        {
            var options = provider.GetRequiredService<IOptions<CourierOptions>>().Value;
            return new Backoff(options.FirstDelay, options.LongestDelay, new Random());
        });
        services.AddSingleton<LoopActivity>();
        services.AddSingleton<Courier>();
        services.AddSingleton<Handle>(provider => provider.GetRequiredService<ApprovalDesk>().HandleAsync);
        services.AddHostedService<CourierLoop>();
        services.AddHostedService<AlarmLoop>();
        return services;
    }
}
