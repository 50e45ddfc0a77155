using Microsoft.Extensions.Logging;
using Workflow.Core.Diagnostics;
using Workflow.Core.People;
using Workflow.Core.People.Rosters;

namespace Workflow.Adapters.Graph.People;

/// <summary>Tells operators how it stands with people, without naming any. What stays as it is is said once.</summary>
internal sealed partial class PeopleReport(ILogger<PeopleReport> logger)
{
    private Standing _said = new("", 0, 0, HasMailboxes: true, HasAdmins: true);
    private bool _outage;

    /// <summary>Graph could not be asked; an earlier answer stays.</summary>
    public void Stays(KnownPeople known, Exception failure)
    {
        _outage = true;
        LogStays(logger, FailureText.Of(failure), known.ReadAt);
    }

    /// <summary>The answer could not be kept over a restart.</summary>
    public void NotKept(Exception failure) => LogNotKept(logger, FailureText.Of(failure));

    /// <summary>Graph has answered.</summary>
    public void Renewed(Roster roster, KnownPeople known, DirectoryDocument directory)
    {
        var composition = new DirectoryComposition(roster, known);
        var now = new Standing(
            string.Join(", ", known.Missing),
            composition.GuestsLeftOut(),
            composition.WithoutAddress(),
            known.People.Values.Any(p => p.Mailbox is not null) || !known.People.Values.Any(p => p is { IsEnabled: true, IsGuest: false }),
            directory.ActiveAdmins().Count > 0);
        if (_outage)
            LogBack(logger, known.People.Count);
        if (now.Groups.Length > 0 && now.Groups != _said.Groups)
            LogMissing(logger, now.Groups);
        if (now.Guests > 0 && now.Guests != _said.Guests)
            LogGuests(logger, now.Guests);
        if (now.WithoutAddress > 0 && now.WithoutAddress != _said.WithoutAddress)
            LogWithoutAddress(logger, now.WithoutAddress);
        if (!now.HasMailboxes && _said.HasMailboxes)
            LogNoMailboxes(logger);
        if (!now.HasAdmins && _said.HasAdmins)
            LogNoAdmins(logger);
        (_said, _outage) = (now, false);
    }

    [LoggerMessage(1, LogLevel.Warning, "People could not be read from Entra ID: {Failure}. What was read at {ReadAt:u} stays in force.")]
    private static partial void LogStays(ILogger logger, string failure, DateTimeOffset readAt);

    [LoggerMessage(2, LogLevel.Information, "People are read from Entra ID again: {People} people.")]
    private static partial void LogBack(ILogger logger, int people);

    [LoggerMessage(3, LogLevel.Warning, "The roster names groups that Entra ID does not know, so nobody fills their roles: {Groups}.")]
    private static partial void LogMissing(ILogger logger, string groups);

    [LoggerMessage(4, LogLevel.Warning, "{Guests} guests are members of groups whose roles are not for guests; they are left out.")]
    private static partial void LogGuests(ILogger logger, int guests);

    [LoggerMessage(5, LogLevel.Warning, "{People} people have no mail address of their own in Entra ID; they are left out.")]
    private static partial void LogWithoutAddress(ILogger logger, int people);

    [LoggerMessage(6, LogLevel.Warning, "No mailbox settings can be read: is MailboxSettings.Read granted? Everybody works by the office's calendar, and nobody is ever away.")]
    private static partial void LogNoMailboxes(ILogger logger);

    [LoggerMessage(7, LogLevel.Warning, "What is known of people could not be kept for the next start: {Failure}.")]
    private static partial void LogNotKept(ILogger logger, string failure);

    [LoggerMessage(8, LogLevel.Warning, "Nobody is an admin: the group that the roster names has no members who could be told what is stuck.")]
    private static partial void LogNoAdmins(ILogger logger);

    private sealed record Standing(string Groups, int Guests, int WithoutAddress, bool HasMailboxes, bool HasAdmins);
}
