using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>What the crew means to do, from boards that are thrown away to performances that are changed.</summary>
internal sealed class Declarations(World world)
{
    private static readonly string[] Performers = ["Wanda Ellerby", "Otis Farrowmere", "Lucía Brantes", "Idris Callowell"];

    private static readonly Declaration Harmless = new()
    {
        Title = "Colour boards",
        Description = "Quick colour boards of desert weather that the department looks at and throws away.",
        Tools = [new Tool("Picture desk", "Example Tools", "Studio plan", "Keeps nothing")],
        InputKinds = [InputKind.OwnOrLicensed],
        Use = IntendedUse.Ideation,
        FinalDeliverable = Answer.No,
        Principles = new(Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes, Answer.Yes),
    };

    private readonly Dice _dice = world.DiceOf("declarations");

    /// <summary>The request of this number: the same key and the same content whenever it is sent again.</summary>
    public Submission Submission(int number)
    {
        var production = _dice.Pick(world.Staff.Productions);
        var today = DateOnly.FromDateTime(world.Now.UtcDateTime);
        var declaration = Drawn() with
        {
            Production = production,
            Beneficiaries = _dice.Chance(0.3) ? ["Example Tools"] : _dice.Chance(0.05) ? [$"{Insider().Name} (vendor)"] : [],
            From = today.AddDays(5),
            To = _dice.Chance(0.5) ? today.AddDays(40 + _dice.Below(250)) : null,
        };
        var (name, email) = _dice.Chance(0.04) && Insider() is var insider
            ? (insider.Name, insider.Email)
            : ($"Crew {number % 90}", $"crew{number % 90}@unit.example");
        var gaps = _dice.Chance(0.08);
        return new Submission(
            gaps ? declaration with { Use = null, Principles = declaration.Principles with { P2 = null } } : declaration,
            new Submitter(name, email, _dice.Chance(0.3) ? "fr" : "en"),
            gaps ? Channel.Email : Channel.Form,
            $"year:{number}",
            $"print-{number}");
    }

    /// <summary>After a question: gaps are filled, and now and then it turns out to be more than was said; null: as it was.</summary>
    public Declaration? Answered(Declaration declaration)
    {
        var complete = declaration with
        {
            Use = declaration.Use ?? IntendedUse.Temporary,
            Principles = declaration.Principles with { P2 = declaration.Principles.P2 ?? Answer.Yes },
        };
        return _dice.Chance(0.2) ? Changed(complete) : declaration.Missing().Count > 0 ? complete : null;
    }

    /// <summary>More than before.</summary>
    public Declaration Changed(Declaration declaration) => _dice.Below(3) switch
    {
        0 => declaration with { Use = IntendedUse.Final, FinalDeliverable = Answer.Yes },
        1 => declaration with { Use = IntendedUse.Performance, PeopleDepicted = [.. declaration.PeopleDepicted.Append(_dice.Pick(Performers)).Distinct()] },
        _ => declaration with { InputKinds = [.. declaration.InputKinds.Append(InputKind.PersonalData).Distinct()] },
    };

    private Declaration Drawn() => _dice.Weigh<Func<Declaration>>(
        (30, () => Harmless),
        (14, () => Harmless with { Principles = Harmless.Principles with { P2 = Answer.Unsure } }),
        (10, () => Harmless with { Title = "Posters on a wall", Use = IntendedUse.Background }),
        (6, () => Harmless with { Title = "Planches de couleurs", Description = "Des planches de couleurs du désert que le département regarde puis jette.", InputKinds = [InputKind.Unreleased] }),
        (14, () => Harmless with { Title = "Matte paintings", Use = IntendedUse.Final, FinalDeliverable = Answer.Yes, Principles = Harmless.Principles with { P4 = Answer.No } }),
        (8, () => Harmless with { Title = "A voice for the crew", InputKinds = [InputKind.PersonalData], Principles = Harmless.Principles with { P3 = Answer.No } }),
        (14, () => Harmless with { Title = "A younger face", Use = IntendedUse.Performance, InputKinds = [InputKind.PerformerMaterial], PeopleDepicted = Depicted(), FinalDeliverable = Answer.Yes }),
        (4, () => Harmless with { Title = "A model of our own", Use = IntendedUse.Training, InputKinds = [InputKind.ThirdPartyWork] }))();

    private IReadOnlyList<string> Depicted() => _dice.Below(10) switch
    {
        0 => [],
        1 => [_dice.Pick(Performers), Insider().Name],
        < 5 => [.. Performers.Take(2)],
        _ => [_dice.Pick(Performers)],
    };

    // Somebody who might be asked and must not be.
    private Workflow.Core.People.Person Insider() => world.Staff.Person(_dice.Pick(world.Staff.Approvers));
}
