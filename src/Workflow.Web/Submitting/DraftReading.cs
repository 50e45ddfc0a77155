using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Web.Submitting;

/// <summary>Reads drafts the same way for the form, the API and completions: the core's rules, and productions that exist.</summary>
public sealed class DraftReading(IDirectory directory)
{
    /// <summary>The declaration, or every problem at once.</summary>
    /// <param name="draft">As typed.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task<DeclarationReading> ReadAsync(DeclarationDraft draft, CancellationToken cancellationToken)
    {
        var reading = DeclarationReader.Read(draft, complete: true);
        if (PlainText.Line(draft.Production) is not { } production || reading.Problems.Any(p => p.Field == "production"))
        {
            return reading;
        }

        var known = await directory.ProductionsAsync(cancellationToken);
        return known.Contains(production, StringComparer.Ordinal)
            ? reading
            : new DeclarationReading(null, null, [.. reading.Problems, new FieldProblem(
                "production", $"This production is not known here. Choose one from the list on the form.")]);
    }
}
