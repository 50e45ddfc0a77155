using Workflow.Core.Classification;
using Workflow.Core.Classification.Learned;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.Classification.Signals;
using Workflow.Core.Policies.Overlays;
using Workflow.Core.Requests;

namespace Workflow.Core.Policies;

/// <summary>A policy document as read: see <c>policies/streamer-genai.yaml</c>. Made by <see cref="PolicyReader"/>.</summary>
public sealed record Policy
{
    /// <summary>Which document.</summary>
    public required PolicyStamp Stamp { get; init; }

    /// <summary>As people call it.</summary>
    public required string Title { get; init; }

    /// <summary>The guidance that it encodes.</summary>
    public required PolicySource Source { get; init; }

    /// <summary>The guiding principles, in the words of the policy.</summary>
    public required IReadOnlyDictionary<Principle, Clause> Principles { get; init; }

    /// <summary>What the policy can find, in its words.</summary>
    public required IReadOnlyDictionary<FindingCode, Clause> Findings { get; init; }

    /// <summary>The roles that can be asked, with what each looks at.</summary>
    public required IReadOnlyDictionary<string, RoleWords> Roles { get; init; }

    /// <summary>In the order of the document.</summary>
    public required IReadOnlyList<Rule> Rules { get; init; }

    /// <summary>The ways a request can go, by tier.</summary>
    public required IReadOnlyDictionary<Tier, RouteTemplate> Routes { get; init; }

    /// <summary>How long a submitter has to fill in what a mail left out.</summary>
    public required WorkingLimit Completion { get; init; }

    /// <summary>What may leave by which channel, by tier; a channel not named carries nothing.</summary>
    public required IReadOnlyDictionary<Tier, IReadOnlyDictionary<Outlet, Disclosure>> Channels { get; init; }

    /// <summary>In which tiers a reminder also rings in Teams; in the others the card alone changes.</summary>
    public IReadOnlyList<Tier> Pings { get; init; } = [];

    /// <summary>When approvers are not disturbed; null: at no time.</summary>
    public QuietHours? Quiet { get; init; }

    /// <summary>How long things are kept.</summary>
    public required Retention Retention { get; init; }

    /// <summary>The calendar in which limits run that belong to no approver.</summary>
    public required BusinessCalendar Office { get; init; }

    /// <summary>What the policy listens for, one for each language.</summary>
    public required IReadOnlyList<WordSignals> Signals
    {
        get;
        init
        {
            field = value;
            Lexicon = new Lexicon(value);
        }
    }

    /// <summary>These signals, compiled.</summary>
    internal Lexicon Lexicon { get; private init; } = new([]);

    /// <summary>What it listens for besides, as learned from examples; null when rules alone judge.</summary>
    public LearnedSignal? Learned { get; init; }

    /// <summary>The models that may be asked besides; no other gets a word of a declaration.</summary>
    public IReadOnlyList<ModelClearance> Models { get; init; } = [];

    /// <summary>What people read of the policy, by language tag and by the words of the document, for those who read another language.</summary>
    public IReadOnlyDictionary<string, IReadOnlyDictionary<string, string>> Translations { get; init; } =
        new Dictionary<string, IReadOnlyDictionary<string, string>>();

    /// <summary>Every text that people read, each once: what a translation has to hold.</summary>
    public IReadOnlySet<string> Texts => new HashSet<string>(
    [
        .. Roles.Values.SelectMany(r => new[] { r.Title, r.Duty }),
        .. Routes.Values.SelectMany(r => r.Stages).Select(s => s.Name),
        .. Rules.Select(r => r.Source),
        .. Rules.Select(r => r.Doubt).OfType<string>(),
        .. (Learned?.Findings.Values ?? []).Select(l => l.Doubt),
    ]);

    /// <summary>What is demanded besides, in some productions or in all.</summary>
    public IReadOnlyList<OverlayUse> Overlays { get; init; } = [];

    /// <summary>The policy by which a use in this production is judged: with the overlays that apply to it.</summary>
    /// <param name="production">As declared; null, while nobody has said it, means all overlays.</param>
    public Policy For(string? production) => Overlays.Count == 0
        ? this
        : Overlays.Where(use => use.AppliesTo(production)).Aggregate(this with { Overlays = [] }, (policy, use) => use.Overlay.Over(policy));

    /// <summary>The way a request of this tier goes that has these findings, seen by these rules.</summary>
    public Route RouteFor(Tier tier, IReadOnlyCollection<FindingCode> findings, params IReadOnlyCollection<string> rules) =>
        Routes[tier].For(findings, rules, Roles, Office, Quiet);

    /// <summary>What may leave by a channel about a request of this tier.</summary>
    public Disclosure Cleared(Tier tier, Outlet outlet) =>
        Channels.TryGetValue(tier, out var outlets) && outlets.TryGetValue(outlet, out var disclosure) ? disclosure : Disclosure.Nothing;
}

/// <summary>The guidance that a policy encodes, and the day it was read: it may have changed since.</summary>
public sealed record PolicySource(string Title, Uri Address, DateOnly Read);

/// <summary>A principle or a finding in words, with the guideline section it rests on.</summary>
public sealed record Clause(string Text, string Source);

/// <summary>A role that can be asked.</summary>
/// <param name="Title">As people read it, such as <c>Talent relations</c>.</param>
/// <param name="Duty">What it looks at, as a phrase that follows "looks at".</param>
public sealed record RoleWords(string Title, string Duty);

/// <summary>Working time in the office calendar, with reminders at ascending fractions of it between 0 and 1.</summary>
public sealed record WorkingLimit(TimeSpan Limit, IReadOnlyList<double> Reminders);

/// <summary>How long things are kept after a request is closed, in calendar time.</summary>
/// <param name="Approved">Requests that were approved or acknowledged.</param>
/// <param name="Other">Requests that were rejected, expired or withdrawn.</param>
/// <param name="Quarantine">Mails that nobody released.</param>
public sealed record Retention(TimeSpan Approved, TimeSpan Other, TimeSpan Quarantine);

/// <summary>A way on which something about a request leaves the house.</summary>
public enum Outlet
{
    /// <summary>An e-mail, readable wherever its mailbox is.</summary>
    Mail,

    /// <summary>A card in Teams.</summary>
    Teams,

    /// <summary>A page behind a personal link or sign-in.</summary>
    Page,
}

/// <summary>How much may leave.</summary>
public enum Disclosure
{
    /// <summary>Nothing.</summary>
    Nothing,

    /// <summary>The id, that something waits, until when, and a link.</summary>
    Notice,

    /// <summary>Besides: production, title, tier and the names of the findings.</summary>
    Summary,

    /// <summary>Everything.</summary>
    Full,
}
