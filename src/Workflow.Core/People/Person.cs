using Workflow.Core.Policies;

namespace Workflow.Core.People;

/// <summary>A person who can be asked, as the directory knows them at the time of asking.</summary>
/// <param name="Id">The directory's stable id: an Entra object id, or a short name in <c>directory.yaml</c>.</param>
/// <param name="Name">Display name.</param>
/// <param name="Email">Lower-case address.</param>
/// <param name="Language">BCP 47 tag.</param>
/// <param name="Calendar">When this person works.</param>
public sealed record Person(string Id, string Name, string Email, string Language, BusinessCalendar Calendar);

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

/// <summary>One person who may fill a seat, in the order in which they are asked.</summary>
public sealed record Candidate(Person Person, Capacity Capacity);

/// <summary>What the directory answered for one role: who may fill it, holder first; empty when nobody does.</summary>
public sealed record Staffing(string Role, IReadOnlyList<Candidate> Candidates);
