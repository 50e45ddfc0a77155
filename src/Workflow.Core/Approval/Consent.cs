using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <summary>What somebody has agreed to, or was told.</summary>
public enum ConsentKind
{
    /// <summary>That a replica of them is made.</summary>
    Creation,

    /// <summary>That it is used as declared.</summary>
    Use,

    /// <summary>The notice that a guild agreement demands.</summary>
    GuildNotice,

    /// <summary>The agreement of whoever speaks for somebody deceased.</summary>
    Estate,

    /// <summary>The agreement of whoever is responsible for a minor.</summary>
    Guardian,
}

/// <summary>A document that shows somebody's consent, as the submitter describes it.</summary>
/// <param name="Person">The person depicted, as the declaration names them.</param>
/// <param name="Kind">To what.</param>
/// <param name="Scope">What it covers, in the document's words.</param>
/// <param name="SignedBy">Who signed it: the person, an agent, an estate, a guardian.</param>
/// <param name="From">First day it holds.</param>
/// <param name="Until">Last day it holds; null when it has no end.</param>
/// <param name="Document">The stored file.</param>
public sealed record ConsentEvidence(
    string Person, ConsentKind Kind, string Scope, string SignedBy, DateOnly From, DateOnly? Until, Attachment Document)
{
    /// <summary>Whether it covers an instant. Days are counted in UTC: a consent ends for everybody at the same moment.</summary>
    public bool Covers(DateTimeOffset at)
    {
        var day = DateOnly.FromDateTime(at.UtcDateTime);
        return From <= day && day <= (Until ?? DateOnly.MaxValue);
    }

    /// <summary>The first instant after its last day, UTC; null when it has no end.</summary>
    public DateTimeOffset? EndsAt => Until is { } last && last < DateOnly.MaxValue
        ? new DateTimeOffset(last.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero)
        : null;
}

/// <summary>Evidence that was attached, and what was said of it.</summary>
/// <param name="Number">Within the request, from 1.</param>
/// <param name="Evidence">What was attached.</param>
/// <param name="Check">The last word of whoever checks consents; null while unchecked.</param>
public sealed record Consent(int Number, ConsentEvidence Evidence, ConsentCheck? Check = null)
{
    /// <summary>Whether it was accepted and covers this instant.</summary>
    public bool Stands(DateTimeOffset at) => Check is { Accepted: true } && Evidence.Covers(at);
}

/// <summary>What was said of a piece of evidence.</summary>
public sealed record ConsentCheck(Actor By, DateTimeOffset At, bool Accepted, string? Comment);

/// <summary>A consent that the policy demands and that is not there.</summary>
/// <param name="Person">Whose; null when the declaration does not say, so that anybody's would do.</param>
/// <param name="Kind">To what.</param>
public sealed record MissingConsent(string? Person, ConsentKind Kind);
