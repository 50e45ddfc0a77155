using System.ComponentModel.DataAnnotations;

namespace Workflow.Adapters.Graph.People;

/// <summary>Where people come from Entra ID: section <c>Graph:People</c> of the configuration. Without <see cref="Document"/> they do not.</summary>
public sealed class GraphPeopleOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Graph:People";

    /// <summary>The roster, such as <c>people.yaml</c>, in <c>Policies:Folder</c>: which group fills which role.</summary>
    public string? Document { get; set; }

    /// <summary>How old what is known of groups, people and managers may grow, 1 minute to 1 day. Default: 15 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Graph:People:MaxAge must be between 00:01:00 and 1.00:00:00.")]
    public TimeSpan MaxAge { get; set; } = TimeSpan.FromMinutes(15);

    /// <summary>How old what is known of absences and working hours may grow, 1 minute to 1 day. Default: 5 minutes.</summary>
    [Range(typeof(TimeSpan), "00:01:00", "1.00:00:00", ErrorMessage = "Graph:People:AbsenceMaxAge must be between 00:01:00 and 1.00:00:00.")]
    public TimeSpan AbsenceMaxAge { get; set; } = TimeSpan.FromMinutes(5);
}
