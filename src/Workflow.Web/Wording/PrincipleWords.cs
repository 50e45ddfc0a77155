using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>The five guiding principles in words.</summary>
public static class PrincipleWords
{
    /// <summary>As a label: "Nothing is kept or trained on".</summary>
    public static Text Name(Principle principle) => principle switch
    {
        Principle.P1 => $"Nobody's work is replicated",
        Principle.P2 => $"Nothing is kept or trained on",
        Principle.P3 => $"The tool is enterprise-secured",
        Principle.P4 => $"The material is temporary",
        Principle.P5 => $"No talent or guild work is replaced",
        _ => throw new ArgumentOutOfRangeException(nameof(principle)),
    };

    /// <summary>An answer as given: "Yes", "No", "Unsure"; "Not answered" when there is none.</summary>
    public static Text Answer(Answer? answer) => answer switch
    {
        Core.Requests.Answer.Yes => $"Yes",
        Core.Requests.Answer.No => $"No",
        Core.Requests.Answer.Unsure => $"Unsure",
        null => $"Not answered",
        _ => throw new ArgumentOutOfRangeException(nameof(answer)),
    };
}
