using Workflow.Core.Policies;

namespace Workflow.Core.People;

/// <summary>A person with those who stand in.</summary>
/// <param name="Person">Who.</param>
/// <param name="Deputies">Ids, in the order in which they are asked.</param>
/// <param name="Manager">Id; null when there is none to ask.</param>
/// <param name="Active">False for somebody who has left; never asked.</param>
/// <param name="Absences">When they are away, ascending, none overlapping another.</param>
/// <param name="Account">The Entra object id under which they sign in to Teams, in lower case; null when they are not to be reached there.</param>
public sealed record DirectoryEntry(
    Person Person, IReadOnlyList<string> Deputies, string? Manager, bool Active, IReadOnlyList<Absence> Absences, string? Account = null)
{
    /// <summary>
    /// That they are away at an instant, until the first working time after it that no absence covers; null when they
    /// are not. Outside their working time nobody is away for that reason alone.
    /// </summary>
    public Away? AwayAt(DateTimeOffset instant)
    {
        DateTimeOffset? back = null;
        foreach (var absence in Absences)
        {
            if (absence.Covers(back ?? instant))
            {
                back = Person.Calendar.Add(absence.Until, TimeSpan.Zero);
            }
        }

        return back is { } until ? new Away(until) : null;
    }
}
