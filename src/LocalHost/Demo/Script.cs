namespace LocalHost.Demo;

/// <summary>Who does what in the demo: one part for each file in <c>samples/</c>, in the words of its README.</summary>
internal static class Script
{
    /// <summary>The form value of a no.</summary>
    public const string Reject = "reject";

    /// <summary>The form value of a yes under conditions.</summary>
    public const string Conditions = "approve-with-conditions";

    private const string Approve = "approve";

    public static IReadOnlyDictionary<string, Part> Parts { get; } = new Part[]
    {
        new("01-notify-moodboard.eml", "acknowledged") { Decision = Approve },
        new("02-notify-palette.json", "acknowledged") { Decision = Approve },
        // Nobody reads this one: telling was enough.
        new("03-notify-ambiances-html.eml", "acknowledged"),
        new("04-review-background-posters.eml", "approved") { Decision = Approve },
        new("05-review-temp-score.json", "approved") { Decision = Conditions, Words = "Replace the temporary music before picture lock." },
        new("06-review-bildmanus.eml", "approved") { Decision = Approve },
        new("07-written-approved-key-creature.eml", "approved") { Decision = Approve },
        new("08-written-approved-rajeunissement.eml", "approved")
        {
            Decision = Conditions,
            Words = "The performer sees and approves the final shots.\nNo reuse in another production.",
            Consents = [new("accord-adele-roussel.pdf", "Adèle Roussel", "Le rajeunissement de mon visage dans quatre plans de l'épisode 5, pour cette production seulement.", "2026-03-02")],
        },
        new("09-written-unanswered-voz.json", "expired"),
        new("10-written-unanswered-news-clip.eml", "expired"),
        new("11-written-rejected-celebrity-voice.eml", "rejected") { Decision = Reject, Words = "No voice of a public figure without the estate's written permission." },
        new("12-written-rejected-style-training.json", "rejected") { Decision = Reject, Words = "We hold no licence to train on this artist's work." },
        new("13-review-information-crowd.eml", "approved")
        {
            Question = "Is the fog removed before delivery, and who checks that?",
            Answer = "Yes: it is a place holder, the effects house replaces it and the post supervisor signs the list.",
            Decision = Approve,
        },
        new("14-written-information-doublage.json", "approved")
        {
            Question = "Has the performer agreed in writing to this line?",
            Answer = "Oui, l'accord signé pour cette phrase est joint au contrat du 3 mars.",
            Consents =
            [
                new("accord-yann-morvan-2025.pdf", "Yann Morvan", "La synthèse de ma voix pour les répliques de la première saison.", "2025-04-01", "2026-01-31")
                {
                    Refusal = "This agreement ended on 31 January. Please show the one for this line.",
                },
                new("accord-yann-morvan-2026.pdf", "Yann Morvan", "La synthèse de ma voix pour une réplique de l'épisode 2, sans en changer le texte.", "2026-03-03"),
            ],
            Decision = Approve,
        },
        new("15-review-withdrawn-previs.json", "withdrawn") { Withdrawal = "We draw it by hand instead." },
        new("16-incomplete-cenizas.eml", "approved")
        {
            Completion = new Dictionary<string, string>
            {
                ["use"] = "ideation",
                ["finalDeliverable"] = "no",
                ["tools[0].name"] = "Bosquejo Studio",
                ["tools[0].plan"] = "empresa",
                ["p1"] = "yes", ["p2"] = "yes", ["p3"] = "unsure", ["p4"] = "yes", ["p5"] = "yes",
            },
            Decision = Approve,
        },
        new("17-incomplete-wild-tracks.eml", "expired"),
        new("18-quarantined-spoof.eml", "quarantined"),
        new("19-quarantined-forged-result.eml", "quarantined"),
        new("20-refused-malformed.eml", "refused"),
        new("21-noted-out-of-office.eml", "noted"),
        new("22-refused-wrong-form.json", "refused"),
    }.ToDictionary(p => p.Sample);
}
