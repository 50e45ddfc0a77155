namespace TeamsPackage;

/// <summary>What differs between the packages of two installations.</summary>
/// <param name="BotId">The bot's app id; also the id of the app, which has nothing else than the bot.</param>
/// <param name="Site">Where people reach the pages: https, with a host name.</param>
/// <param name="Owner">Who runs it, shown as the developer: 1 to 32 characters.</param>
/// <param name="Privacy">The owner's privacy statement.</param>
/// <param name="Terms">The owner's terms of use.</param>
internal sealed record Installation(Guid BotId, Uri Site, string Owner, Uri Privacy, Uri Terms);
