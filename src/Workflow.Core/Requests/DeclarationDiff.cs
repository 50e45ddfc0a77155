namespace Workflow.Core.Requests;

/// <summary>What changed from one revision of a declaration to the next.</summary>
public static class DeclarationDiff
{
    /// <summary>The fields that differ, by the names that forms use, in the order of the form; empty when nothing changed.</summary>
    public static IReadOnlyList<string> Between(Declaration before, Declaration after)
    {
        (string Field, bool IsSame)[] fields =
        [
            ("production", before.Production == after.Production),
            ("title", before.Title == after.Title),
            ("description", before.Description == after.Description),
            ("tools", before.Tools.SequenceEqual(after.Tools)),
            ("inputs", before.Inputs == after.Inputs),
            ("inputKinds", before.InputKinds.SequenceEqual(after.InputKinds)),
            ("outputs", before.Outputs == after.Outputs),
            ("use", before.Use == after.Use),
            ("finalDeliverable", before.FinalDeliverable == after.FinalDeliverable),
            .. Enum.GetValues<Principle>().Select(p => (p.ToString().ToLowerInvariant(), before.Principles[p] == after.Principles[p])),
            ("peopleDepicted", before.PeopleDepicted.SequenceEqual(after.PeopleDepicted)),
            ("beneficiaries", before.Beneficiaries.SequenceEqual(after.Beneficiaries)),
            ("from", before.From == after.From),
            ("to", before.To == after.To),
            ("territory", before.Territory == after.Territory),
            ("attachments", before.Attachments.SequenceEqual(after.Attachments)),
        ];
        return [.. fields.Where(f => !f.IsSame).Select(f => f.Field)];
    }
}
