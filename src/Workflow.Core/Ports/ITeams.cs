namespace Workflow.Core.Ports;

/// <summary>Carries cards to people in Teams. An installation without Teams has none of it: <see cref="IsOpen"/> is false.</summary>
public interface ITeams
{
    /// <summary>Whether this installation talks to Teams at all.</summary>
    bool IsOpen { get; }

    /// <summary>
    /// The channel's own id of somebody, for whom a card can then bring itself up to date; null until they have written or
    /// installed the app.
    /// </summary>
    Task<string?> UserOfAsync(string account, CancellationToken cancellationToken);

    /// <summary>
    /// Puts a card before somebody in the personal chat with them, which is opened when there is none; throws when that
    /// did not succeed this time and another attempt may.
    /// </summary>
    /// <param name="account">The person's Entra object id.</param>
    /// <param name="card">What to show.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <returns>Where it stands; null when Teams says that this person cannot be reached, now or later.</returns>
    Task<CardPlace?> SendAsync(string account, OutgoingCard card, CancellationToken cancellationToken);

    /// <summary>Shows another card where one stands; throws when that did not succeed this time and another attempt may.</summary>
    /// <returns>False when the card or its chat is gone, so that there is nothing to bring up to date.</returns>
    Task<bool> UpdateAsync(CardPlace place, OutgoingCard card, CancellationToken cancellationToken);

    /// <summary>Says one line beside a card, so that its person is notified; a changed card alone notifies nobody.</summary>
    /// <returns>False when the chat is gone.</returns>
    Task<bool> PingAsync(CardPlace place, string line, CancellationToken cancellationToken);
}

/// <summary>A card ready to be carried.</summary>
/// <param name="Json">The Adaptive Card, at most <see cref="MaxBytes"/> of UTF-8.</param>
/// <param name="Summary">One line for the notification and for who cannot see cards; discloses no more than the card.</param>
public sealed record OutgoingCard(string Json, string Summary)
{
    /// <summary>The most that Teams takes for a card, in bytes, with room for the activity around it.</summary>
    public const int MaxBytes = 28 * 1000;
}

/// <summary>Where a card stands in Teams. Kept as the reference of a <see cref="Approval.Delivery"/>.</summary>
/// <param name="Conversation">The chat's id.</param>
/// <param name="Activity">The message's id within it.</param>
public sealed record CardPlace(string Conversation, string Activity)
{
    // Neither id holds a space; both hold colons, semicolons and slashes.
    private const char Between = ' ';

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is not such a text.</summary>
    public static CardPlace? Parse(string? reference) =>
        reference?.Split(Between) is [{ Length: > 0 } conversation, { Length: > 0 } activity] ? new CardPlace(conversation, activity) : null;

    /// <inheritdoc />
    public override string ToString() => $"{Conversation}{Between}{Activity}";
}
