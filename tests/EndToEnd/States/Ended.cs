using Workflow.Core.Approval;
using static EndToEnd.States.Matter;
using static EndToEnd.States.Sight;

namespace EndToEnd.States;

/// <summary>The ways in which a request ends.</summary>
internal static class Ended
{
    public static IReadOnlyList<State> States { get; } =
    [
        new("acknowledged",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Declaration);
                await matter.DecideAsync(Executive, DecisionKind.Approve);
            },
            Submitter(("Acknowledged", "Prise d’acte"), ("You can go on as declared.", "Vous pouvez poursuivre comme déclaré.")),
            Approver("executive", m => m.Last(Executive), ("You acknowledged this", "Vous en avez pris acte")),
            Register("Acknowledged")),

        new("approved",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.DecideAsync(Executive, DecisionKind.Approve);
                await matter.DecideAsync(Legal, DecisionKind.Approve);
            },
            Submitter(("Approved", "Demande approuvée"), ("Get the signed record", "Obtenir le document signé")),
            Approver("executive", m => m.Last(Executive), ("You approved this", "Vous avez approuvé"), ("Revoke the approval", "Révoquer l’approbation")),
            Mail("approved", m => m.Tongue.Submitter.Email, ("Approved", "Demande approuvée"), ("A signed record follows.", "Un document signé suit.")),
            Inspector("Open the signed record"),
            Register("In force")),

        new("approved-with-conditions",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                await matter.DecideAsync(Executive, DecisionKind.ApproveWithConditions, Owed(matter));
            },
            Submitter(("It holds under these conditions", "Valable aux conditions suivantes"), ("To be met by", "À remplir"), ("Say that condition 1 is met", "Indiquer que la condition 1 est remplie")),
            Approver("executive", m => m.Last(Executive), ("You approved this with conditions", "Vous avez approuvé sous conditions")),
            Inspector("due by"),
            Register("Keep the boards inside the art department.")),

        new("rejected",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.DecideAsync(Legal, DecisionKind.Reject);
            },
            Submitter(("Rejected", "Demande rejetée"), ("It may not be done as declared.", "L’usage n’est pas permis tel qu’il est déclaré.")),
            Approver("legal", m => m.Last(Legal), ("You rejected this", "Vous avez rejeté")),
            Approver("executive", m => m.Last(Executive), ("There is nothing left to decide here", "Il n’y a plus rien à décider ici"), ("It was rejected: it may not be done.", "La demande a été rejetée : l’usage n’est pas permis.")),
            Inspector("It was rejected: it may not be done.")),

        new("expired",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                // First the deputy is asked as well, then nobody is left.
                await matter.WaitAsync(TimeSpan.FromDays(10));
                await matter.WaitAsync(TimeSpan.FromDays(10));
                await matter.WaitAsync(TimeSpan.FromDays(10));
            },
            Submitter(("Expired", "Demande expirée"), ("Nothing is approved.", "Rien n’est approuvé.")),
            Approver("executive", m => m.First(Executive), ("It expired without a decision", "La demande a expiré sans décision")),
            Inspector("It expired without a decision")),

        new("withdrawn",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                await matter.WithdrawAsync();
            },
            Submitter(("Withdrawn", "Demande retirée")),
            Approver("executive", m => m.Last(Executive), ("It was withdrawn by the submitter.", "La demande a été retirée par son auteur.")),
            Inspector("It was withdrawn by the submitter.")),

        new("late-link",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.DecideAsync(Executive, DecisionKind.Approve);
                await matter.DecideAsync(Legal, DecisionKind.Approve);
                matter.KeepLinks();
                await matter.WaitAsync(TimeSpan.FromDays(401));
            },
            new Sight("submitter", m => Task.FromResult(m.OldLinks[0]), ("This link is too old", "Ce lien est trop ancien")),
            new Sight("executive", m => Task.FromResult(m.OldLinks[1]), ("This link has expired", "Ce lien a expiré"))),
    ];

    internal static Condition Owed(Matter matter) => new(
        matter.Tongue.Condition, DateOnly.FromDateTime(matter.House.Now.UtcDateTime).AddDays(14), matter.Tongue.Owner);
}
