using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Ports;
using Workflow.Web.Pages;

namespace Workflow.Web.Teams;

/// <summary>The bot's endpoint: who calls, and to which handler it goes.</summary>
public sealed class TeamsMessages(
    ITeams teams, IBotTokens tokens, ChatBook chats, Buttons buttons, PeopleSearch search, BotTalk talk, Callers callers)
{
    // Teams itself keeps activities below 100 kB.
    private const int MaxBytes = 256 * 1024;

    /// <summary>
    /// <c>POST /api/messages</c> with an activity: 200, for an invoke with its answer. 401 and 403 where the token does
    /// not prove that it is the channel who calls; 503 while that cannot be told. Nothing is changed before it is proven.
    /// </summary>
    public async Task<IResult> TakeAsync(HttpContext http)
    {
        if (!teams.IsOpen)
        {
            return Closed.ToJson();
        }

        var (body, problem) = await Bodies.ReadAsync(http, MaxBytes, http.RequestAborted);
        if ((problem ?? (Read(body) is { } read ? null : NoActivity)) is { } wrong)
        {
            return wrong.ToJson();
        }

        var activity = Read(body)!;
        switch (await tokens.ReadAsync(http.Request.Headers.Authorization, activity.ChannelId, activity.ServiceUrl, http.RequestAborted))
        {
            case BotCaller.Genuine:
                return await DispatchAsync(activity, http.RequestAborted);
            case BotCaller.Refused(var status, _):
                return NotTheChannel(status).ToJson();
            default:
                return KeysMissing.ToJson();
        }
    }

    private async Task<IResult> DispatchAsync(Activity activity, CancellationToken cancellationToken)
    {
        await chats.NoteAsync(activity, cancellationToken);
        if (await callers.FindAsync(activity, cancellationToken) is not { } caller)
        {
            return activity.Type == "invoke"
                ? InvokeAnswer.Error(StatusCodes.Status403Forbidden, "Forbidden", Callers.Unknown.In(Languages.Language.English))
                : await talk.IntroduceAsync(activity, cancellationToken);
        }

        Languages.Language.Current = caller.Language;
        return (activity.Type, activity.Name) switch
        {
            ("invoke", "adaptiveCard/action") => await buttons.InvokeAsync(caller, activity, cancellationToken),
            ("invoke", "application/search") => await search.FindAsync(caller, activity, cancellationToken),
            ("invoke", _) => Page.Secure(Results.StatusCode(StatusCodes.Status501NotImplemented)),
            ("message", _) when ButtonPress.Read(activity.Value) is { } press => await buttons.SubmitAsync(caller, activity, press, cancellationToken),
            ("message", _) => await talk.AnswerAsync(caller, activity, cancellationToken),
            _ => Page.Secure(Results.Ok()),
        };
    }

    private static Activity? Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            return JsonSerializer.Deserialize(body.Span, ActivityJson.Default.Activity) is { Type: not null } activity ? activity : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static Problem Closed { get; } = new(
        StatusCodes.Status404NotFound,
        "teams-closed",
        $"This installation does not talk to Teams",
        $"To open this address, set the settings of the section Teams, first of them Teams:AppId.");

    private static Problem NoActivity { get; } = new(
        StatusCodes.Status400BadRequest,
        "activity-unreadable",
        $"This is not an activity",
        $"Send one activity of the Bot Framework protocol as JSON.");

    private static Problem KeysMissing { get; } = new(
        StatusCodes.Status503ServiceUnavailable,
        "keys-missing",
        $"It cannot be told who calls",
        $"The keys by which the channel is recognised could not be read. Nothing was changed; send it again in a minute.");

    private static Problem NotTheChannel(int status) => new(
        status,
        "not-the-channel",
        $"This address is for the Bot Framework's channels",
        $"The token of the call does not prove that it comes from one. Nothing was changed. The service’s log says what is wrong with it.");
}
