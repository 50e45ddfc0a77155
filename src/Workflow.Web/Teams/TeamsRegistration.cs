using Microsoft.Extensions.DependencyInjection;
using Workflow.Core.Ports;

namespace Workflow.Web.Teams;

/// <summary>Registers the bot.</summary>
internal static class TeamsRegistration
{
    /// <summary>
    /// Adds its handlers; the host adds <see cref="ITeams"/>, <see cref="IBotTokens"/>, <see cref="IConversations"/> and
    /// <see cref="IAccounts"/>, also where Teams is closed.
    /// </summary>
    public static IServiceCollection AddTeamsBot(this IServiceCollection services) => services
        .AddSingleton<TeamsMessages>()
        .AddSingleton<Callers>()
        .AddSingleton<ChatBook>()
        .AddSingleton<CardPost>()
        .AddSingleton<AskCards>()
        .AddSingleton<TalkCards>()
        .AddSingleton<Buttons>()
        .AddSingleton<AskButtons>()
        .AddSingleton<DeclareButtons>()
        .AddSingleton<NoticeButtons>()
        .AddSingleton<PeopleSearch>()
        .AddSingleton<BotTalk>();
}
