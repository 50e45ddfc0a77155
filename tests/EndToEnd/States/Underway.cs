using Workflow.Core.Approval;
using Workflow.Core.Requests;
using static EndToEnd.States.Matter;
using static EndToEnd.States.Sight;

namespace EndToEnd.States;

/// <summary>The states of a request that is on its way.</summary>
internal static class Underway
{
    public static IReadOnlyList<State> States { get; } =
    [
        new("incomplete",
            matter => matter.DeclareAsync(matter.Tongue.Declaration with { Use = null, FinalDeliverable = null }, Channel.Email),
            Submitter(("Waiting for information", "En attente d’un complément"), ("Something is missing", "Il manque quelque chose")),
            OfSubmitter("completing", "/request/information", ("Complete the declaration", "Compléter la déclaration")),
            Inspector("To be filled in", "Waiting for Ines Varga to answer a question.")),

        new("submitted",
            matter => matter.DeclareUncarriedAsync(matter.Tongue.Review),
            Submitter(("Being checked", "En cours d’examen"), ("Your declaration is being checked", "Votre déclaration est examinée")),
            Inspector("It is being checked against the policy.")),

        new("vacant",
            matter => matter.DeclareAsync(matter.Tongue.Review with { Production = matter.Tongue.ProductionWithoutExecutive }),
            Submitter(("Finding people", "Recherche"), ("Nobody could be found to decide it yet", "Personne n’a encore pu être trouvé pour en décider")),
            Inspector("Nobody entitled was found for Creative executive")),

        new("asked",
            matter => matter.DeclareAsync(matter.Tongue.Review),
            Submitter(("Being decided", "En attente de décision")),
            Approver("executive", m => m.Last(Executive), ("Your decision", "Votre décision"), ("Unsure", "Ne sait pas")),
            Mail("ask", m => m.Last(Executive).Person.Email, ("Please decide", "Merci de vous prononcer"), ("Read and decide", "Lire et se prononcer"))),

        new("deciding",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.DecideAsync(Executive, DecisionKind.Approve);
            },
            Submitter(("It is with Legal", "La demande est entre les mains de")),
            Approver("executive", m => m.Last(Executive), ("You approved this", "Vous avez approuvé"), ("Change your decision", "Changer votre décision")),
            Approver("legal", m => m.Last(Legal), ("Approved on", "A approuvé le")),
            Inspector("Waiting for Legal (Bram Holloway).")),

        new("question",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.QuestionAsync(Legal);
            },
            Submitter(("A question for you", "Une question pour vous"), ("Which lighthouse is it", "De quel phare s’agit-il")),
            OfSubmitter("answering", "/request/information", ("Answer the question", "Répondre à la question")),
            Approver("legal", m => m.Last(Legal), ("Until then your time stands still", "D’ici là, votre délai est suspendu"), ("Not answered yet", "Sans réponse pour l’instant")),
            Inspector("stands still until the submitter has answered")),

        new("answered",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Written);
                await matter.QuestionAsync(Legal);
                await matter.AnswerAsync();
            },
            Submitter(("You answered:", "Vous avez répondu :")),
            Approver("legal", m => m.Last(Legal), ("With the answer, the declaration changed:", "Avec la réponse, la déclaration a changé :"), ("Before:", "Avant :"))),

        new("handed-on",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                await matter.HandOnAsync(Executive);
            },
            Submitter(("Somebody else was asked as", "Une autre personne a été consultée à sa place")),
            Approver("from", m => m.First(Executive), ("You handed this on", "Vous avez transmis cette question")),
            Approver("to", m => m.Last(Executive), ("Ada Merriwell handed this on to you.", "Alix Fontanel vous a transmis cette question.")),
            Inspector("in place of ask 1")),

        new("stepped-back",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                await matter.StepBackAsync(Executive);
            },
            Submitter(("stepped back from deciding", "s’est récusée")),
            Approver("from", m => m.First(Executive), ("You stepped back from this", "Vous vous êtes récusé")),
            Approver("to", m => m.Last(Executive), ("you are asked in their place", "vous êtes sollicité à sa place"))),

        new("reassigned",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                await matter.ReassignAsync(Executive);
            },
            Approver("from", m => m.First(Executive), ("There is nothing left to decide here", "Il n’y a plus rien à décider ici"), ("An admin has put the question to Finn", "L’administration a adressé la question à Florent")),
            Approver("to", m => m.Last(Executive), ("An admin asks you in place of Ada", "Alix Fontanel : l’administration vous sollicite à sa place.")),
            Inspector("An admin put Finn Abernathy on the seat Creative executive.")),

        new("overdue",
            async matter =>
            {
                await matter.DeclareAsync(matter.Tongue.Review);
                // A reminder, then the deputy.
                await matter.WaitAsync(TimeSpan.FromDays(1.2));
                await matter.WaitAsync(TimeSpan.FromDays(1));
            },
            Submitter(("did not answer in time; somebody else was asked as well", "pas de réponse à temps ; la question a aussi été posée à quelqu’un d’autre")),
            Approver("executive", m => m.First(Executive), ("Overdue by", "Délai dépassé de"), ("and your answer still counts.", "et votre réponse compte encore.")),
            Approver("deputy", m => m.Last(Executive), ("the time is over, an answer still counts", "le délai est écoulé, une réponse compte encore")),
            Mail("reminder", m => m.First(Executive).Person.Email, ("Reminder, please decide", "Rappel, merci de vous prononcer"), ("Your decision on this is still missing", "Votre décision se fait attendre")),
            Inspector("overdue by"),
            Admin("overdue-list", "/manage?open=true", "overdue")),
    ];
}
