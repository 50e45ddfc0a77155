using Workflow.Core.Approval;
using static EndToEnd.States.Matter;
using static EndToEnd.States.Sight;

namespace EndToEnd.States;

/// <summary>The states of a request that touches somebody whose consent the policy demands.</summary>
internal static class Consenting
{
    public static IReadOnlyList<State> States { get; } =
    [
        new("consent-missing",
            matter => matter.DeclareAsync(matter.Tongue.Performance),
            Submitter(("Nothing is approved before these are here and accepted:", "Rien n’est approuvé tant que ces documents ne sont pas joints et acceptés :")),
            OfSubmitter("attaching", "/request/consent", ("Attach a consent", "Joindre un consentement")),
            Approver("talent", m => m.Last(Talent), ("Still missing, unchecked or no longer holding:", "Encore manquants, non vérifiés ou sans effet :"), ("A performer's voice, face, body or performance", "La voix, le visage, le corps ou le jeu d’un interprète")),
            Checker(("No document has been attached yet.", "Aucun document n’a encore été joint.")),
            Inspector("Nothing is approved before these are there and accepted")),

        new("consent-attached",
            AttachAsync,
            Submitter(("Not checked yet.", "Pas encore vérifié.")),
            Checker(("Not checked yet", "Pas encore vérifié")),
            Mail("check", m => m.Last(Talent).Person.Email, ("Please check a consent", "Un consentement à vérifier"), ("has attached a document", "a joint un document")),
            Inspector("not checked yet")),

        new("consent-refused",
            async matter =>
            {
                await AttachAsync(matter);
                await matter.CheckConsentAsync(1, accepted: false);
            },
            Submitter(("Not accepted.", "Non accepté.")),
            Checker(("Refused by Cora Lindgren", "Refusé par Célia Marchetti")),
            Mail("refused", m => m.Tongue.Submitter.Email, ("A document was not accepted", "Un document n’a pas été accepté"), ("nothing is approved", "rien n’est approuvé")),
            Inspector("not accepted")),

        new("consent-accepted",
            AcceptAsync,
            Submitter(("Accepted.", "Accepté.")),
            Approver("talent", m => m.Last(Talent), ("Every consent that the policy demands is here and accepted.", "Tous les consentements exigés par la politique sont là et acceptés.")),
            Checker(("Accepted by Cora Lindgren", "Accepté par Célia Marchetti")),
            Inspector("accepted")),

        new("suspended",
            async matter =>
            {
                await AcceptAsync(matter);
                foreach (var seat in matter.Request.OpenAsks.Select(a => a.Seat).ToList())
                    await matter.DecideAsync(seat, DecisionKind.Approve);
                await matter.WaitAsync(TimeSpan.FromDays(32));
            },
            Submitter(("Suspended", "Suspendue"), ("A consent that it rests on has ended; attach a new one.", "Un consentement sur lequel elle repose a pris fin ; joignez-en un nouveau.")),
            Approver("talent", m => m.Last(Talent), ("This approval is suspended", "Cette approbation est suspendue"), ("Check the consents", "Vérifier les consentements")),
            Checker(("Accepted, but it does not hold today", "Accepté, mais sans effet aujourd’hui")),
            Inspector("Suspended"),
            Register("Suspended")),
    ];

    // One document for each consent that is demanded; they hold for a month.
    private static async Task AttachAsync(Matter matter)
    {
        await matter.DeclareAsync(matter.Tongue.Performance);
        foreach (var missing in ConsentRules.Missing(matter.Request, matter.House.Now))
            await matter.AttachConsentAsync(missing.Kind, TimeSpan.FromDays(30));
    }

    private static async Task AcceptAsync(Matter matter)
    {
        await AttachAsync(matter);
        foreach (var consent in matter.Request.Consents)
            await matter.CheckConsentAsync(consent.Number, accepted: true);
    }
}
