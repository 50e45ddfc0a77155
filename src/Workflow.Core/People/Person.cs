using System.Text.Json.Serialization;
using Workflow.Core.Policies;

namespace Workflow.Core.People;

/// <summary>A person who can be asked, as the directory knows them at the time of asking.</summary>
/// <param name="Id">The directory's stable id: an Entra object id, or a short name in <c>directory.yaml</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Lower-case address.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Calendar">When this person works.</param>
/// <param name="External">Whether they come from outside the house: a guest of the tenant, a vendor's or a producer's person.</param>
public sealed record Person(
    string Id,
    string Name,
    string Email,
    string Language,
    BusinessCalendar Calendar,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)] bool External = false);

/// <summary>Why a person may fill a seat.</summary>
public enum Capacity
{
    /// <summary>Holds the role.</summary>
    Holder,

    /// <summary>Stands in for the holder.</summary>
    Deputy,

    /// <summary>Is the holder's manager.</summary>
    Manager,
}

/// <summary>Somebody is away at the time of asking. Why is nobody's business.</summary>
/// <param name="Until">When they are back, UTC; the absences that follow one another without a gap are counted as one.</param>
public sealed record Away(DateTimeOffset Until);

/// <summary>One person who may fill a seat, in the order in which they are asked.</summary>
/// <param name="Person">Who.</param>
/// <param name="Capacity">Why they may.</param>
/// <param name="Away">That they are away when the directory is asked, and until when; null when they are here.</param>
public sealed record Candidate(Person Person, Capacity Capacity, Away? Away = null);

/// <summary>What the directory answered for one role: who may fill it, holder first; empty when nobody does.</summary>
public sealed record Staffing(string Role, IReadOnlyList<Candidate> Candidates);
