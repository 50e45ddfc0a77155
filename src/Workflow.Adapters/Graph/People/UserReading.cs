using Microsoft.Graph.Models;
using EmailAddress = Workflow.Core.People.EmailAddress;

namespace Workflow.Adapters.Graph.People;

/// <summary>Reads a user of the tenant.</summary>
internal static class UserReading
{
    /// <summary>What is asked of a user, and nothing else.</summary>
    public static readonly string[] Select = ["id", "displayName", "mail", "accountEnabled", "userType", "preferredLanguage", "usageLocation"];

    /// <summary>What is known of a user, but for manager and mailbox.</summary>
    /// <exception cref="InvalidOperationException">
    /// Graph answers with an id alone, as it does to whoever may not read users: taken at its word, everybody would have left.
    /// </exception>
    public static KnownPerson Of(User user) => user.AccountEnabled is { } enabled
        ? new KnownPerson(
            user.DisplayName ?? "",
            EmailAddress.Read(user.Mail),
            NullIfBlank(user.PreferredLanguage),
            NullIfBlank(user.UsageLocation),
            enabled,
            IsGuest: "Guest".Equals(user.UserType, StringComparison.OrdinalIgnoreCase))
        : throw new InvalidOperationException("Graph tells nothing of users but their ids: is User.Read.All granted?");

    /// <summary>The object id, as we write them.</summary>
    public static string IdOf(DirectoryObject found) => found.Id!.ToLowerInvariant();

    private static string? NullIfBlank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
