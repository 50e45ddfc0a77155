using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Core.Records;

/// <summary>What was declared, as the record keeps it. Codes are the words that forms use.</summary>
public sealed record RecordedDeclaration
{
    /// <summary>Name of the submitter.</summary>
    public required string Submitter { get; init; }

    /// <summary>Address of the submitter.</summary>
    public required string Email { get; init; }

    /// <summary>How the submitter's address was proven, such as <c>mail-sender</c>; <c>claimed</c> and <c>vouched-by-admin</c> are no proof.</summary>
    public string? Proof { get; init; }

    /// <summary>The use in the submitter's words.</summary>
    public required string Description { get; init; }

    /// <summary>The tools.</summary>
    public required IReadOnlyList<RecordedTool> Tools { get; init; }

    /// <summary>What goes in, in words.</summary>
    public string? Inputs { get; init; }

    /// <summary>What kinds of material go in.</summary>
    public required IReadOnlyList<string> InputKinds { get; init; }

    /// <summary>What comes out, in words.</summary>
    public string? Outputs { get; init; }

    /// <summary>Where the output ends up.</summary>
    public string? Use { get; init; }

    /// <summary>Whether it is delivered in the final picture: <c>yes</c>, <c>no</c>, <c>unsure</c>.</summary>
    public string? FinalDeliverable { get; init; }

    /// <summary>Recognisable people.</summary>
    public required IReadOnlyList<string> People { get; init; }

    /// <summary>Who gains from it.</summary>
    public required IReadOnlyList<string> Beneficiaries { get; init; }

    /// <summary>First day.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Where, in words.</summary>
    public string? Territory { get; init; }

    /// <summary>The answers to the five principles in order: <c>yes</c>, <c>no</c>, <c>unsure</c>, or <c>unanswered</c>.</summary>
    public required IReadOnlyList<string> Principles { get; init; }

    /// <summary>Files that came with it.</summary>
    public required IReadOnlyList<RecordedFile> Files { get; init; }

    internal static RecordedDeclaration Of(RequestState request)
    {
        var submission = request.Submission;
        var declared = submission.Declaration;
        return new RecordedDeclaration
        {
            Submitter = submission.Submitter.Name,
            Email = submission.Submitter.Email,
            Proof = WrittenRecord.Word(request.SubmitterProof),
            Description = declared.Description,
            Tools = [.. declared.Tools.Select(t => new RecordedTool(t.Name, t.Vendor, t.Plan, t.Terms))],
            Inputs = declared.Inputs,
            InputKinds = [.. declared.InputKinds.Select(WrittenRecord.Word)],
            Outputs = declared.Outputs,
            Use = Word(declared.Use),
            FinalDeliverable = Word(declared.FinalDeliverable),
            People = [.. declared.PeopleDepicted],
            Beneficiaries = [.. declared.Beneficiaries],
            From = declared.From,
            To = declared.To,
            Territory = declared.Territory,
            Principles = [.. Enum.GetValues<Principle>().Select(p => Word(declared.Principles[p]) ?? "unanswered")],
            Files = WrittenRecord.Files(declared.Attachments),
        };
    }

    private static string? Word<T>(T? code)
        where T : struct, Enum => code is { } known ? WrittenRecord.Word(known) : null;
}

/// <summary>A tool as declared.</summary>
public sealed record RecordedTool(string Name, string? Vendor = null, string? Plan = null, string? Terms = null);
