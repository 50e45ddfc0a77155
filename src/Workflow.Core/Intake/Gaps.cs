using Workflow.Core.Requests;

namespace Workflow.Core.Intake;

/// <summary>Fills what a declaration leaves open from what its submitter said later. What was said first stays.</summary>
internal static class Gaps
{
    /// <summary>The declaration with its gaps filled as far as the answers go; the same one when they fill none.</summary>
    public static Declaration Fill(Declaration current, Declaration answers) => current with
    {
        Production = current.Production ?? answers.Production,
        Use = current.Use ?? answers.Use,
        FinalDeliverable = current.FinalDeliverable ?? answers.FinalDeliverable,
        Tools = Either(current.Tools, answers.Tools),
        Inputs = current.Inputs ?? answers.Inputs,
        InputKinds = Either(current.InputKinds, answers.InputKinds),
        Outputs = current.Outputs ?? answers.Outputs,
        PeopleDepicted = Either(current.PeopleDepicted, answers.PeopleDepicted),
        Beneficiaries = Either(current.Beneficiaries, answers.Beneficiaries),
        Territory = current.Territory ?? answers.Territory,
        From = current.From ?? Within(answers.From, null, current.To),
        To = current.To ?? Within(answers.To, current.From, null),
        Principles = new PrincipleAnswers(
            current.Principles.P1 ?? answers.Principles.P1,
            current.Principles.P2 ?? answers.Principles.P2,
            current.Principles.P3 ?? answers.Principles.P3,
            current.Principles.P4 ?? answers.Principles.P4,
            current.Principles.P5 ?? answers.Principles.P5),
    };

    private static IReadOnlyList<T> Either<T>(IReadOnlyList<T> current, IReadOnlyList<T> answers) => current.Count > 0 || answers.Count == 0 ? current : answers;

    // The days of two mails may contradict each other; then the later ones are read in the text alone.
    private static DateOnly? Within(DateOnly? day, DateOnly? first, DateOnly? last) => day < first || day > last ? null : day;
}
