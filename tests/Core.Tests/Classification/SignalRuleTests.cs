using Core.Tests.Policies;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Classification;

/// <summary>Every row of the guidance, by a sentence in each language, with harmless declared answers.</summary>
public sealed class SignalRuleTests
{
    [Theory]
    [InlineData(FindingCode.ProprietaryInput, "We would upload the unreleased stills to an image model.")]
    [InlineData(FindingCode.ProprietaryInput, "The assistant pastes our script into a chatbot.")]
    [InlineData(FindingCode.ProprietaryInput, "On envoie les rushes vers un service de résumé.")]
    [InlineData(FindingCode.ProprietaryInput, "L'assistante colle le scénario dans un chatbot.")]
    [InlineData(FindingCode.PersonalData, "The chatbot sorts the passport numbers of the riggers.")]
    [InlineData(FindingCode.PersonalData, "L'outil d'IA trie les numéros de téléphone de la régie.")]
    [InlineData(FindingCode.ThirdPartyTraining, "We fine-tune a model on the drawings of another illustrator.")]
    [InlineData(FindingCode.ThirdPartyTraining, "On entraîne un modèle sur les planches d'un dessinateur.")]
    [InlineData(FindingCode.InsecureTool, "I did this with the free version of a picture app.")]
    [InlineData(FindingCode.InsecureTool, "J'utilise un site gratuit depuis la maison.")]
    [InlineData(FindingCode.InsecureTool, "Nobody has read the terms of this service yet.")]
    [InlineData(FindingCode.InsecureTool, "On n'a pas lu les conditions du fournisseur.")]
    [InlineData(FindingCode.KeyCreativeElement, "Our main villain comes straight out of the image model.")]
    [InlineData(FindingCode.KeyCreativeElement, "Le personnage principal est généré par la machine.")]
    [InlineData(FindingCode.ThirdPartyIp, "The prompt asks for a harbour in the style of a living painter.")]
    [InlineData(FindingCode.ThirdPartyIp, "L'image imite le tableau d'un musée, à la manière de son auteur.")]
    [InlineData(FindingCode.ThirdPartyIp, "We generate a portrait of a deceased singer.")]
    [InlineData(FindingCode.ThirdPartyIp, "On génère le portrait d'une chanteuse décédée en mars.")]
    [InlineData(FindingCode.DigitalReplica, "The tool clones the voice of our lead.")]
    [InlineData(FindingCode.DigitalReplica, "Le service clone la voix de l'actrice.")]
    [InlineData(FindingCode.DigitalReplica, "Light de-aging on fourteen shots.")]
    [InlineData(FindingCode.DigitalReplica, "Rajeunissement numérique de la comédienne sur dix plans.")]
    [InlineData(FindingCode.DigitalReplica, "We reuse the voice model of our lead in another show.")]
    [InlineData(FindingCode.DigitalReplica, "On réutilise le modèle de voix du comédien dans un autre projet.")]
    [InlineData(FindingCode.PerformanceAlteration, "The tool changes the expression of the actress when she hears the news.")]
    [InlineData(FindingCode.PerformanceAlteration, "Visual ADR to unscripted dialogue in scene nine.")]
    [InlineData(FindingCode.PerformanceAlteration, "L'outil modifie l'expression de la comédienne.")]
    [InlineData(FindingCode.MisleadingContent, "A fake news bulletin runs on the television.")]
    [InlineData(FindingCode.MisleadingContent, "Un faux journal télévisé passe à l'écran du salon.")]
    [InlineData(FindingCode.UnionWork, "The crowd replaces forty union extras.")]
    [InlineData(FindingCode.UnionWork, "Les dialogues sont écrits par un LLM à la place du dialoguiste.")]
    [InlineData(FindingCode.FinalDeliverable, "The generated shot goes into the final cut.")]
    [InlineData(FindingCode.FinalDeliverable, "Le plan généré est livré dans le master.")]
    [InlineData(FindingCode.FinalDeliverable, "The hero reads aloud a generated newspaper.")]
    [InlineData(FindingCode.FinalDeliverable, "Elle lit à voix haute une lettre générée.")]
    [InlineData(FindingCode.IncidentalFinal, "Three generated posters hang far behind them.")]
    [InlineData(FindingCode.IncidentalFinal, "Des étiquettes générées restent floues sur l'étagère.")]
    public void Sentence_is_heard(FindingCode expected, string sentence)
    {
        var assessment = Assess(sentence);

        Assert.Contains(assessment.Findings, f => f.Code == expected && f.Evidence.All(e => e.Field == "description" && e.Start is not null));
    }

    [Theory]
    [InlineData("No actor likeness is used.")]
    [InlineData("We will not upload the script, sides, stills or any cast photograph to any tool.")]
    [InlineData("No voice is generated or cloned.")]
    [InlineData("Nothing is in the style of anybody, and nobody clones her voice.")]
    [InlineData("It is made without cloning the voice of the lead.")]
    [InlineData("The generated pictures are never in the final cut.")]
    [InlineData("On travaille sans cloner la voix de l'actrice.")]
    [InlineData("On ne clone pas la voix de la comédienne.")]
    [InlineData("Aucune voix synthétique, aucun visage généré.")]
    [InlineData("On ne donnera ni le scénario ni les rushes à la machine.")]
    public void Negated_sentence_is_not_heard(string sentence) => Assert.Empty(Assess(sentence).Findings);

    [Theory]
    [InlineData("Not only do we clone her voice, we like it.", FindingCode.DigitalReplica)]
    [InlineData("We have no other take, so we clone his voice.", FindingCode.DigitalReplica)]
    [InlineData("No problem at all: the tool clones the voice of our lead.", FindingCode.DigitalReplica)]
    [InlineData("On n'a pas d'autre prise, donc on clone sa voix.", FindingCode.DigitalReplica)]
    [InlineData("Pas de souci, on clone la voix de l'actrice.", FindingCode.DigitalReplica)]
    public void Negation_of_something_else_does_not_silence(string sentence, FindingCode expected) =>
        Assert.Contains(Assess(sentence).Findings, f => f.Code == expected);

    [Theory]
    [InlineData("Neural noise reduction on the dialogue of the final mix.")]
    [InlineData("AI rotoscoping for the delivered shots.")]
    [InlineData("Wire removal with a machine learning plug-in in the final shots.")]
    [InlineData("Débruitage neuronal des directs pour le mixage final.")]
    [InlineData("Effacement des câbles par IA dans les plans livrés.")]
    public void Routine_post_work_is_exempt(string sentence) =>
        Assert.Empty(Classifier.Assess(
            BuiltIn.Policy,
            Declared.Saying(sentence) with { Use = IntendedUse.Post, FinalDeliverable = Answer.Yes },
            []).Findings);

    [Fact]
    public void Exemption_holds_for_its_own_sentence_only() =>
        Assert.Contains(
            Assess("We do noise reduction on the dialogue. The generated city goes into the final film.").Findings,
            f => f.Code is FindingCode.FinalDeliverable);

    [Theory]
    [InlineData("Tool and scenes are TBD.", "vague")]
    [InlineData("On aimerait explorer l'IA, outil à définir.", "vague")]
    [InlineData("The painter has not been asked.", "consent-missing")]
    [InlineData("La comédienne n'est pas prévenue.", "consent-missing")]
    [InlineData("This vendor was never assessed.", "vendor-not-assessed")]
    [InlineData("Le prestataire n'a jamais été évalué.", "vendor-not-assessed")]
    [InlineData("Hallo, we willen het gezoem van de boot met het lokale filter uit het geluid halen, en dat is alles wat er gebeurt.", "unknown-language")]
    [InlineData("Мы рисуем фон для сцены в порту.", "unknown-language")]
    public void Doubt_asks_for_a_review(string sentence, string rule)
    {
        var assessment = Assess(sentence);

        Assert.Contains(assessment.Doubts, d => d.Rule == rule);
        Assert.True(assessment.Tier >= Tier.Review);
    }

    [Fact]
    public void Too_short_a_description_asks_for_a_review()
    {
        var assessment = Classifier.Assess(BuiltIn.Policy, Declared.Harmless with { Title = "Test", Description = "AI." }, []);

        Assert.Equal("too-short", Assert.Single(assessment.Doubts).Rule);
        Assert.Equal(Tier.Review, assessment.Tier);
    }

    [Theory]
    [InlineData("WE CLONE THE VOICE OF OUR LEAD")]
    [InlineData("we clo\u200Bne the vo\u00ADice of our lead")]
    [InlineData("we \uFF43\uFF4C\uFF4F\uFF4E\uFF45 the v\u00F3ice of our lead")]
    [InlineData("we clone the *voice* of our\nlead")]
    public void Disguise_does_not_help(string sentence) =>
        Assert.Contains(Assess(sentence).Findings, f => f.Code is FindingCode.DigitalReplica);

    [Fact]
    public void Evidence_is_the_exact_span_in_the_original()
    {
        var declaration = Declared.Harmless with { Description = "Später: we clo\u200Bne the VÓICE\u0301 of our lead, and so on for long." };

        var finding = Assert.Single(Classifier.Assess(BuiltIn.Policy, declaration, []).Findings);

        Assert.Equal(new Evidence("description", "clo\u200Bne the VÓICE\u0301", 11), Assert.Single(finding.Evidence));
    }

    [Fact]
    public void Later_answers_and_tools_are_searched_too()
    {
        var declaration = Declared.Harmless with { Tools = [new Tool("Picture desk", null, "free version")] };

        var assessment = Classifier.Assess(BuiltIn.Policy, declaration, ["Fine.", "We clone the voice of our lead."]);

        Assert.Equal(
            ["information[1]", "tools[0].plan"], assessment.Findings.SelectMany(f => f.Evidence).Select(e => e.Field).Order());
    }

    private static Assessment Assess(string sentence) =>
        Classifier.Assess(BuiltIn.Policy with { Learned = null }, Declared.Saying(sentence), []);
}
