using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;

namespace Workflow.Web.Digests;

/// <summary>Registers digests.</summary>
public static class DigestsRegistration
{
    /// <summary>
    /// Adds <see cref="DigestMailing"/> and its pages; the host adds <see cref="IDigestChoices"/>, <see cref="IMailLog"/>,
    /// <see cref="ISummaries"/> and something that runs it every hour.
    /// </summary>
    public static IServiceCollection AddDigests(this IServiceCollection services) => services
        .AddSingleton<OpenMatters>()
        .AddSingleton<DigestRound>()
        .AddSingleton<DigestPost>()
        .AddSingleton<DigestMailing>()
        .AddSingleton<DigestPages>();
}
