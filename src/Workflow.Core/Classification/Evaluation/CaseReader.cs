using System.Text;
using System.Text.Json;
using Workflow.Core.Documents;
using Workflow.Core.Policies;

namespace Workflow.Core.Classification.Evaluation;

/// <summary>Reads documents of labelled declarations, one JSON object a line.</summary>
public static class CaseReader
{
    /// <summary>Every line that can be read, and what is wrong with the others. Empty lines are passed over.</summary>
    public static CaseReading Read(DocumentText document)
    {
        var problems = new ProblemList(document.Name);
        var cases = new List<LabelledCase>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;
        foreach (var line in document.Text.ReplaceLineEndings("\n").Split('\n'))
        {
            number++;
            if (line.Trim().Length == 0 || ReadLine(line, number, problems) is not { } read)
            {
                continue;
            }

            if (seen.Add(read.Id))
            {
                cases.Add(read);
            }
            else
            {
                problems.Error(new Place(number, 1), $"There is another case '{read.Id}' above.", "Give each its own id.");
            }
        }

        return new CaseReading(cases, problems.Items);
    }

    private static LabelledCase? ReadLine(string line, int number, ProblemList problems)
    {
        var bytes = Encoding.UTF8.GetBytes(line);
        try
        {
            return JsonSerializer.Deserialize(bytes, CaseJson.Default.CaseLine)?.ToCase()
                ?? throw new JsonException("An object is expected here.");
        }
        catch (JsonException wrong)
        {
            var before = (int)Math.Min(wrong.BytePositionInLine ?? 0, bytes.Length);
            problems.Error(new Place(number, Encoding.UTF8.GetCharCount(bytes, 0, before) + 1), wrong.Message, "README.md beside the cases gives the fields.");
            return null;
        }
    }
}

/// <summary>What came of reading labelled declarations.</summary>
/// <param name="Cases">Those that can be read, in the order of the document.</param>
/// <param name="Problems">What is wrong with the others; the cases measure nothing while there is one.</param>
public sealed record CaseReading(IReadOnlyList<LabelledCase> Cases, IReadOnlyList<PolicyProblem> Problems);
