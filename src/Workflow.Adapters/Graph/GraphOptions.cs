using Workflow.Adapters.Mail;

namespace Workflow.Adapters.Graph;

/// <summary>
/// How Microsoft Graph is reached, and which mailbox is ours: section <c>Graph</c> of the configuration. Without
/// <see cref="Mailbox"/> Graph carries no mail.
/// </summary>
public sealed class GraphOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Graph";

    /// <summary>The service's root with its version. Default: the public cloud's; national clouds have their own.</summary>
    public Uri Endpoint { get; set; } = new("https://graph.microsoft.com/v1.0");

    /// <summary>The Entra tenant of <see cref="ClientId"/>, a GUID; needed with <see cref="ClientSecret"/>.</summary>
    public string? TenantId { get; set; }

    /// <summary>
    /// Client id of the identity that calls Graph, a GUID. Default: the credential that the installation has registered
    /// for all of Azure, which is its managed identity.
    /// </summary>
    public string? ClientId { get; set; }

    /// <summary>Secret of the app registration <see cref="ClientId"/>, for hosts outside Azure. With none the identity is a managed one.</summary>
    public string? ClientSecret { get; set; }

    /// <summary>Address of the mailbox that declarations are sent to and mails come from.</summary>
    public string? Mailbox { get; set; }

    /// <summary>
    /// Where Graph tells of new mails: the https address of <c>/api/graph/notifications</c>. Its sibling <c>lifecycle</c> is
    /// told about the subscription itself. Without one the mailbox is only looked at from time to time.
    /// </summary>
    public Uri? NotificationUrl { get; set; }

    /// <summary>The secret by which notifications prove that they are Graph's: 32 to 128 characters. Needed with <see cref="NotificationUrl"/>.</summary>
    public string? ClientState { get; set; }

    /// <summary>
    /// How long a subscription is asked for, 1 hour to 7 days. It is renewed when half of it is over. Default: 2.5 days,
    /// below every limit that Graph ever had for mails.
    /// </summary>
    public TimeSpan SubscriptionLife { get; set; } = TimeSpan.FromHours(60);

    /// <summary>The folders that mails are moved to, at the top of the mailbox.</summary>
    public MailFolderNames Folders { get; set; } = new();

    /// <summary>How often one call is tried at most, 1 to 10. Default: 4.</summary>
    public int Tries { get; set; } = 4;

    /// <summary>
    /// The longest pause between two tries, 1 second to 10 minutes. A server that wants a longer one is left alone until
    /// then, and calls fail at once in between. Default: 1 minute.
    /// </summary>
    public TimeSpan LongestPause { get; set; } = TimeSpan.FromMinutes(1);

    /// <summary>How long one try may take until its answer begins, 1 second to 10 minutes. Default: 100 seconds.</summary>
    public TimeSpan CallTimeout { get; set; } = TimeSpan.FromSeconds(100);

    /// <summary>Whether Graph carries mail.</summary>
    public bool HasMailbox => !string.IsNullOrWhiteSpace(Mailbox);

    internal Uri? LifecycleUrl => NotificationUrl is null ? null : new Uri(NotificationUrl, "lifecycle");
}
