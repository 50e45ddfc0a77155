using Workflow.Core.Approval;
using static EndToEnd.States.Matter;
using static EndToEnd.States.Sight;

namespace EndToEnd.States;

/// <summary>The states of what was approved.</summary>
internal static class Afterwards
{
    public static IReadOnlyList<State> States { get; } =
    [
        new("condition-met",
            async matter =>
            {
                await ApproveAsync(matter);
                await matter.MeetAsync(1);
            },
            Submitter(("Said to be met on", "Déclarée remplie le"), ("You said that condition 1 is met:", "Vous avez indiqué que la condition 1 est remplie :")),
            Inspector("on condition 1")),

        new("condition-overdue",
            async matter =>
            {
                await ApproveAsync(matter);
                await matter.WaitAsync(TimeSpan.FromDays(16));
            },
            Submitter(("Overdue: it had to be met by", "En retard : elle devait être remplie")),
            Inspector("overdue since")),

        new("amended",
            async matter =>
            {
                await ApproveAsync(matter);
                await matter.AmendAsync();
            },
            Submitter(("Being decided", "En attente de décision"), ("What was approved before, version 1", "Ce qui a été approuvé auparavant, version 1")),
            Approver("executive", m => m.Last(Executive), ("A new version", "Une nouvelle version"), ("What differs from what was allowed:", "Ce qui diffère de ce qui a été autorisé :")),
            Approver("executive-before", m => m.First(Executive), ("You approved this with conditions", "Vous avez approuvé sous conditions")),
            Inspector("while version 2 goes round", "Declared anew"),
            Register("a newer one goes round")),

        new("renewing",
            async matter =>
            {
                await ApproveAsync(matter);
                await matter.RenewAsync();
            },
            Submitter(("Version 2 is being decided.", "La version 2 est en cours d’examen.")),
            Approver("executive", m => m.Last(Executive), ("A renewal", "Un renouvellement"), ("It is to be allowed again, unchanged", "Il est à autoriser de nouveau, sans changement")),
            Inspector("To renew it")),

        new("revoked",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.DecideAsync(Executive, DecisionKind.Approve);
                await matter.DecideAsync(Legal, DecisionKind.Approve);
                await matter.RevokeAsync(Legal);
            },
            Submitter(("Revoked", "Révoquée"), ("The approval was taken back: stop the use now.", "L’approbation a été retirée : cessez l’usage dès maintenant.")),
            Approver("legal", m => m.Last(Legal), ("This approval was revoked", "Cette approbation a été révoquée")),
            Approver("executive", m => m.Last(Executive), ("This approval was revoked", "Cette approbation a été révoquée")),
            Mail("revoked", m => m.Tongue.Submitter.Email, ("Revoked, stop the use", "Approbation révoquée, cessez l’usage"), ("stop the use now", "cessez l’usage dès maintenant")),
            Mail("revoked-executive", m => m.Last(Executive).Person.Email, ("An approval that you gave was revoked", "Une approbation que vous aviez donnée a été révoquée"), ("Somebody else who gave this approval has taken it back.", "Une autre personne ayant donné cette approbation l’a révoquée.")),
            Inspector("Revoked"),
            Register("Revoked")),

        new("ending",
            async matter =>
            {
                await ApproveAsync(matter);
                await matter.WaitAsync(TimeSpan.FromDays(340));
            },
            Submitter(("Approved", "Demande approuvée"), ("Renew the approval", "Renouveler l’approbation"))),

        new("lapsed",
            async matter =>
            {
                await ApproveAsync(matter);
                await matter.WaitAsync(TimeSpan.FromDays(366));
            },
            Submitter(("Ended", "Terminée"), ("The time of the approval is over", "La durée de l’approbation est écoulée")),
            Approver("executive", m => m.Last(Executive), ("This approval has ended", "Cette approbation est arrivée à son terme")),
            Inspector("Lapsed"),
            Register("Lapsed")),
    ];

    private static async Task ApproveAsync(Matter matter)
    {
        await matter.DeclareAsync(matter.Tongue.Review);
        await matter.DecideAsync(Executive, DecisionKind.ApproveWithConditions, Ended.Owed(matter));
    }
}
