using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Following;

/// <summary>One version of the use that went round.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When it was sent, UTC.</param>
/// <param name="Reason">Why, in the submitter's words; null for the first.</param>
/// <param name="IsRenewal">Whether the same was asked for once more.</param>
/// <param name="Outcome">How it ended; null while it goes round.</param>
public sealed record UseVersion(int Number, DateTimeOffset At, string? Reason, bool IsRenewal, Outcome? Outcome)
{
    /// <summary>What it was and how it ended, in a sentence.</summary>
    public Text Words => this switch
    {
        { Outcome: null } => $"Version {Number} is being decided.",
        { IsRenewal: true } => $"Version {Number}, a renewal: {StateWords.Name(Outcome.Kind):lower}.",
        _ => $"Version {Number}: {StateWords.Name(Outcome.Kind):lower}.",
    };
}

/// <summary>The versions of a use, out of its events.</summary>
public static class Versions
{
    /// <summary>Every version, oldest first.</summary>
    public static IReadOnlyList<UseVersion> Of(RequestHistory history)
    {
        var versions = new List<UseVersion>();
        foreach (var happened in history.Events)
        {
            switch (happened.Event)
            {
                case Event.RequestSubmitted:
                    versions.Add(new UseVersion(1, happened.At, null, false, null));
                    break;
                case Event.AmendmentOpened e:
                    versions.Add(new UseVersion(e.Amendment, happened.At, e.Reason, e.Declaration is null, null));
                    break;
                case Event.RequestClosed e:
                    versions[^1] = versions[^1] with { Outcome = e.Outcome };
                    break;
            }
        }

        return versions;
    }
}
