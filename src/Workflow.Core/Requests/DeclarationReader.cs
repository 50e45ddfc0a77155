namespace Workflow.Core.Requests;

/// <summary>Turns what was typed into a declaration, or into every problem at once.</summary>
public static class DeclarationReader
{
    /// <summary>Reads a draft.</summary>
    /// <param name="draft">As typed.</param>
    /// <param name="complete">
    /// True for forms and the API, where everything that a judgement needs must be there; false for mails, where gaps
    /// are left for the submitter to fill in later. What is there must be right in both cases.
    /// </param>
    public static DeclarationReading Read(DeclarationDraft draft, bool complete)
    {
        var fields = new FieldReader();
        var submitter = ReadSubmitter(draft, complete, fields);
        var declaration = ReadDeclaration(draft, fields);

        if (complete) DemandAll(declaration, fields);
        else declaration = LetWordsStandIn(declaration, fields);

        return fields.Problems.Count == 0
            ? new DeclarationReading(declaration, submitter, [])
            : new DeclarationReading(null, null, fields.Problems);
    }

    private static Submitter ReadSubmitter(DeclarationDraft draft, bool complete, FieldReader fields)
    {
        var name = fields.Line("name", draft.Name);
        if (complete) fields.Need("name", name is not null, $"Say who you are: your name.");

        var email = fields.Email("email", draft.Email);
        fields.Need("email", email is not null, $"Give the e-mail address at which we can reach you.");

        return new Submitter(name ?? email ?? "", email ?? "", fields.Language("language", draft.Language));
    }

    private static Declaration ReadDeclaration(DeclarationDraft draft, FieldReader fields)
    {
        var declaration = new Declaration
        {
            Production = fields.Line("production", draft.Production),
            Title = fields.Line("title", draft.Title, DeclarationLimits.Title) ?? "",
            Description = fields.Text("description", draft.Description) ?? "",
            Tools = ReadTools(draft.Tools, fields),
            Inputs = fields.Text("inputs", draft.Inputs),
            InputKinds = fields.Choices<InputKind>("inputKinds", draft.InputKinds),
            Outputs = fields.Text("outputs", draft.Outputs),
            Use = fields.Choice<IntendedUse>("use", draft.Use),
            FinalDeliverable = fields.Choice<Answer>("finalDeliverable", draft.FinalDeliverable),
            PeopleDepicted = fields.Names("peopleDepicted", draft.PeopleDepicted),
            Beneficiaries = fields.Names("beneficiaries", draft.Beneficiaries),
            From = fields.Date("from", draft.From),
            To = fields.Date("to", draft.To),
            Territory = fields.Line("territory", draft.Territory),
            Principles = new PrincipleAnswers(
                fields.Choice<Answer>("p1", draft.P1),
                fields.Choice<Answer>("p2", draft.P2),
                fields.Choice<Answer>("p3", draft.P3),
                fields.Choice<Answer>("p4", draft.P4),
                fields.Choice<Answer>("p5", draft.P5)),
        };

        if (declaration.To < declaration.From) fields.Report("to", $"The last day is before the first day. Correct one of them.");
        return declaration;
    }

    private static List<Tool> ReadTools(IReadOnlyList<ToolDraft?>? drafts, FieldReader fields)
    {
        var tools = new List<Tool>();
        var entries = fields.Entries("tools", drafts);
        for (var i = 0; i < entries.Count; i++)
        {
            // A form sends its empty rows too.
            if (entries[i] is not { } draft || IsBlank(draft)) continue;

            var field = $"tools[{i}]";
            var name = fields.Line($"{field}.name", draft.Name);
            fields.Need($"{field}.name", name is not null, $"Name this tool, or empty its row.");
            tools.Add(new Tool(
                name ?? "",
                fields.Line($"{field}.vendor", draft.Vendor),
                fields.Line($"{field}.plan", draft.Plan),
                fields.Line($"{field}.terms", draft.Terms)));
        }

        return tools;
    }

    private static bool IsBlank(ToolDraft tool) =>
        (PlainText.Line(tool.Name) ?? PlainText.Line(tool.Vendor) ?? PlainText.Line(tool.Plan) ?? PlainText.Line(tool.Terms)) is null;

    private static void DemandAll(Declaration declaration, FieldReader fields)
    {
        fields.Need("title", declaration.Title != "", $"Give it a title: one line that says what you want to do.");
        fields.Need("description", declaration.Description != "", $"Describe what is done, with what, and for which scene.");
        foreach (var field in declaration.Missing())
        {
            fields.Need(field, isThere: false, field switch
            {
                "production" => $"Choose the production it is for.",
                "use" => $"Say where the output is meant to end up.",
                "finalDeliverable" => $"Say whether any of the output is delivered in the final picture; “unsure” is an answer too.",
                "tools" => $"Name at least one tool.",
                _ => $"Answer this principle with yes, no or unsure.",
            });
        }
    }

    // A mail may come without subject or without text: then the submitter's words in the one stand in for the other.
    private static Declaration LetWordsStandIn(Declaration declaration, FieldReader fields)
    {
        var title = declaration.Title != ""
            ? declaration.Title
            : PlainText.Shorten(declaration.Description.Split('\n').Select(PlainText.Line).FirstOrDefault(line => line is not null) ?? "", DeclarationLimits.Title);
        fields.Need("description", title != "", $"Describe the use in a few words.");

        return declaration with
        {
            Title = title,
            Description = declaration.Description != "" ? declaration.Description : title,
        };
    }
}
