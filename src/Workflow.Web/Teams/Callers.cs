using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Web.Languages;

namespace Workflow.Web.Teams;

/// <summary>Somebody who uses the bot, as the channel has signed them in and the directory knows them.</summary>
/// <param name="Person">Who.</param>
/// <param name="Account">Their Entra object id.</param>
/// <param name="User">The channel's id of them.</param>
/// <param name="Language">In which they read.</param>
public sealed record Caller(Person Person, string Account, string? User, Language Language);

/// <summary>Tells who used the bot, by the Entra object id alone that the channel vouches for.</summary>
public sealed class Callers(IAccounts accounts)
{
    /// <summary>What somebody is told whom the directory does not know.</summary>
    public static Text Unknown { get; } =
        $"I do not know you. Ask whoever runs this service to enter your Entra object id in its directory; the links in your mails work all the same.";

    /// <summary>Who it was; null when it is nobody of the directory, or has left.</summary>
    public async Task<Caller?> FindAsync(Activity activity, CancellationToken cancellationToken) =>
        activity.From?.AadObjectId is { Length: > 0 } account && await accounts.PersonOfAsync(account, cancellationToken) is { } person
            ? new Caller(person, account, activity.From.Id, InstalledLanguages.Find(person.Language) ?? Language.English)
            : null;
}
