using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;

namespace Workflow.Adapters.People;

/// <summary>Registers who answers about people.</summary>
internal static class PeopleServices
{
    /// <summary>Makes <typeparamref name="TSource"/>, which is registered, answer as <see cref="IDirectory"/> and <see cref="IAccounts"/>.</summary>
    public static IServiceCollection AddPeopleFrom<TSource>(this IServiceCollection services)
        where TSource : class, IPeopleSource => services
        .AddSingleton(s => new PeopleDirectory(s.GetRequiredService<TSource>(), s.GetRequiredService<TimeProvider>()))
        .AddSingleton<IDirectory>(s => s.GetRequiredService<PeopleDirectory>())
        .AddSingleton<IAccounts>(s => s.GetRequiredService<PeopleDirectory>());
}
