using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>What one command did.</summary>
internal sealed record Step(RequestState? Before, Command Command, Verdict Verdict, RequestState? After)
{
    public IReadOnlyList<Event> Events => (Verdict as Verdict.Accepted)?.Events ?? [];
}

/// <summary>Plays a scenario and remembers every step.</summary>
internal sealed class Play
{
    private readonly Scenario _scenario;

    private Play(Scenario scenario) => _scenario = scenario;

    public Story Story { get; } = new();

    public List<Step> Steps { get; } = [];

    public static Play Of(Scenario scenario)
    {
        var play = new Play(scenario);
        play.Do(new Command.Submit(
            play.Story.By(play.Submitter), Sample.Id, scenario.Submission, Clock.Start(Sample.Office, play.Story.Now, TimeSpan.FromHours(24), [0.5])));
        foreach (var move in scenario.Moves)
        {
            play.Make(move);
        }

        return play;
    }

    /// <summary>Carries out what the process itself has in flight: classifying and finding people.</summary>
    public void CarryAll(int variant = 0)
    {
        for (var i = 0; i < 20 && Machinery().FirstOrDefault() is { } effect; i++)
        {
            Carry(effect, variant);
        }
    }

    public void Ring()
    {
        Story.WaitUntil(DueTimes.Next(Story.State!) is { } due && due > Story.Now ? due : Story.Now);
        Do(new Command.Wake(Story.By(Actor.System)));
    }

    private Actor Submitter => new(ActorKind.Submitter, _scenario.Submission.Submitter.Email, "Submitter", Authentication.MailedLink);

    private IEnumerable<KeyedEffect> Machinery() => Story.InFlight.Values.Where(e => e.Effect is Effect.Classify or Effect.FindPeople);

    private void Make(Move move)
    {
        switch (move.Kind)
        {
            case MoveKind.Carry when Story.InFlight.Count > 0:
                Carry(Story.InFlight.Values.ElementAt(move.A % Story.InFlight.Count), move.B);
                break;
            case MoveKind.CarryAll:
                CarryAll(move.A);
                break;
            case MoveKind.Decide:
                Do(new Command.Decide(
                    Story.By(new Actor((ActorKind)(move.B % 4), Scenario.People[move.A % 6].Id, "Somebody", (Authentication)(move.C % 6))),
                    move.B % 5,
                    Choose(move.C)));
                break;
            case MoveKind.DecideWell when Story.State!.OpenAsks.Any():
                var open = Story.State.OpenAsks.ToList();
                var ask = open[move.A % open.Count];
                var proof = move.C == 11 ? Authentication.MailedLink : Authentication.MailedLinkAndCode;
                Do(new Command.Decide(Story.By(Sample.Deciding(ask.Person, proof)), ask.Number, Choose(move.B)));
                break;
            case MoveKind.Answer:
                Do(new Command.ProvideInformation(
                    Story.By(move.A < 9 ? Submitter : Submitter with { Id = "eve@elsewhere.example" }), move.B < 10 ? "Because." : "", Revised(move.C), [], MayLeaveGaps: move.C % 2 == 0));
                break;
            case MoveKind.Withdraw:
                Do(new Command.Withdraw(Story.By(move.A < 8 ? Submitter : Sample.Deciding(Scenario.People[move.A % 6])), null));
                break;
            case MoveKind.Wait:
                Story.Wait(TimeSpan.FromHours(move.A * move.B));
                break;
            case MoveKind.Ring:
                Ring();
                break;
            case MoveKind.FailDelivery when Story.InFlight.Count > 0:
                var failed = Story.InFlight.Values.ElementAt(move.A % Story.InFlight.Count);
                Do(new Command.RecordDelivery(Story.By(Actor.System), failed.Key, new Delivery("none", null, "No route to host.")));
                break;
            case MoveKind.Retry when Story.State!.Deliveries.Count > 0:
                var again = Story.State.Deliveries.Keys.OrderBy(key => key.Value, StringComparer.Ordinal).ElementAt(move.A % Story.State.Deliveries.Count);
                Do(new Command.RetryDelivery(
                    Story.By(new Actor(move.B < 10 ? ActorKind.Admin : (ActorKind)(move.C % 3), "admin", "Admin", Authentication.AdminKey)), again, move.C % 9 == 0 ? "" : "The mail server is back."));
                break;
            case MoveKind.Bounce when Story.State!.Deliveries.Count > 0:
                var returned = Story.State.Deliveries.Keys.OrderBy(key => key.Value, StringComparer.Ordinal).ElementAt(move.A % Story.State.Deliveries.Count);
                Do(new Command.NoteBounce(Story.By(move.B < 10 ? Actor.System : Admin), returned, "5.1.1"));
                break;
            case MoveKind.ChangeMind when Story.State!.Decisions.Count > 0:
                var given = Story.State.Decisions[move.A % Story.State.Decisions.Count];
                Do(new Command.Decide(Story.By(given.By), given.Ask, Choose(move.B)));
                break;
            case MoveKind.Delegate when Story.State!.Asks.Count > 0:
                var handed = Pick(move.A);
                Do(new Command.DelegateTo(Story.By(Sample.Deciding(handed.Person)), handed.Number, Scenario.People[move.B % 6], "Yours, I think."));
                break;
            case MoveKind.Recuse when Story.State!.Asks.Count > 0:
                var recused = Pick(move.A);
                Do(new Command.Recuse(Story.By(Sample.Deciding(recused.Person)), recused.Number, null));
                break;
            case MoveKind.Absence:
                Do(new Command.NoteAbsence(Story.By(Actor.System), null, Scenario.People[move.A % 6].Id, Story.Now.AddDays(move.B)));
                break;
            case MoveKind.Departure:
                Do(new Command.NoteDeparture(Story.By(Actor.System), null, 1 + (move.A % 4)));
                break;
            case MoveKind.Steer:
                Do(Steer(move));
                break;
            case MoveKind.Reassess:
                Do(new Command.Reassess(Story.By(Admin), _scenario.Assessment(_scenario.Tier, 2).Policy, "The policy changed."));
                break;
            case MoveKind.Consent:
                var covered = Story.State!.Declaration.PeopleDepicted.Append("Rosa Quill").ElementAt(move.A % (Story.State.Declaration.PeopleDepicted.Count + 1));
                Do(new Command.AttachConsent(Story.By(Submitter), Sample.Consent(
                    covered, DateOnly.FromDateTime(Story.Now.UtcDateTime).AddDays(-1), move.B < 6 ? null : DateOnly.FromDateTime(Story.Now.UtcDateTime).AddDays(move.B * 10))));
                break;
            case MoveKind.Check when Story.State!.Consents.Count > 0:
                foreach (var number in move.C < 8 ? Enumerable.Range(1, Story.State.Consents.Count) : [1 + (move.B % Story.State.Consents.Count)])
                {
                    if (Story.State!.Asks.LastOrDefault(a => a.Seat == "talent") is { } checker)
                    {
                        Do(new Command.CheckConsent(Story.By(Sample.Deciding(checker.Person)), checker.Number, number, move.A < 10, move.A < 10 ? null : "Not signed."));
                    }
                }

                break;
            case MoveKind.Amend:
                Do(new Command.Amend(Story.By(Submitter), move.A < 6 ? null : Revised(move.B), "It goes on."));
                break;
            case MoveKind.Revoke when Story.State!.Asks.Count > 0:
                var giver = Story.State.Decisions.Count > 0 ? Story.State.Decisions[move.A % Story.State.Decisions.Count].Ask : 1;
                Do(new Command.Revoke(Story.By(Sample.Deciding(Story.State.Asks[giver - 1].Person)), giver, "The terms were broken."));
                break;
            case MoveKind.Prosper:
                Prosper(move);
                break;
            case MoveKind.Note:
                Do(new Command.AddNote(Story.By(move.A < 8 ? Submitter : Admin), "The credit is in.", move.B < 6 ? 1 : null));
                break;
            case MoveKind.Repeat:
                Do(Steps[(move.A * 11 + move.B) % Steps.Count].Command);
                break;
            case MoveKind.Forge:
                var forged = new Actor((ActorKind)(move.A % 4), Scenario.People[move.B % 6].Id, "Forger", (Authentication)(move.C % 6));
                Do(move.C % 3 == 0
                    ? new Command.RecordAssessment(Story.By(forged), new EffectKey("forged"), move.B % 3, _scenario.Assessment(Tier.Notify))
                    : new Command.Wake(Story.By(forged)));
                break;
        }
    }

    private void Prosper(Move move)
    {
        var today = DateOnly.FromDateTime(Story.Now.UtcDateTime);
        for (var round = 0; round < 6; round++)
        {
            CarryAll();
            if (Story.State!.Asks.LastOrDefault(a => a.Seat == "talent") is { } checker && round == 0)
            {
                foreach (var person in Story.State.Declaration.PeopleDepicted)
                {
                    Do(new Command.AttachConsent(Story.By(Submitter), Sample.Consent(person, today, move.A < 6 ? null : today.AddDays(move.B * 10))));
                    Do(new Command.CheckConsent(Story.By(Sample.Deciding(checker.Person)), checker.Number, Story.State.Consents.Count, true, null));
                }
            }

            if (Story.State.OpenAsks.FirstOrDefault() is { } ask)
            {
                Do(new Command.Decide(Story.By(Sample.Deciding(ask.Person)), ask.Number, Choose(move.C % 8)));
            }
        }

        foreach (var effect in Story.InFlight.Values.Where(e => e.Effect is Effect.IssueRecord).ToList())
        {
            Carry(effect, 0);
        }
    }

    private static Actor Admin => new(ActorKind.Admin, "admin", "Admin", Authentication.AdminKey);

    private Ask Pick(int number)
    {
        var open = Story.State!.OpenAsks.ToList();
        return open.Count > 0 ? open[number % open.Count] : Story.State.Asks[number % Story.State.Asks.Count];
    }

    private Command Steer(Move move) => (move.A % 4) switch
    {
        0 => new Command.Reassign(Story.By(Admin), Scenario.Roles[move.B % 3], Scenario.People[move.C % 6], "On holiday."),
        1 => new Command.Nudge(Story.By(Admin), 1 + (move.B % 4), "Shooting begins."),
        2 => new Command.Extend(Story.By(Admin), move.C < 4 ? null : 1 + (move.B % 4), TimeSpan.FromHours(move.B * 4), "A long weekend."),
        _ => new Command.Nudge(Story.By(Sample.Submitting), 1, "Forged."),
    };

    private void Carry(KeyedEffect effect, int variant)
    {
        var stamp = Story.By(Actor.System, effect.Key.Value);
        Do(effect.Effect switch
        {
            Effect.Classify e => new Command.RecordAssessment(
                stamp,
                effect.Key,
                e.Revision,
                _scenario.Assessment(
                    Story.State!.Revision == 1 || variant < 6 ? _scenario.Tier : (Tier)(variant % 3), Story.State.PolicyOrdered is null ? 1 : 2)),
            Effect.FindPeople e => new Command.RecordPeople(stamp, effect.Key, e.Stage, Answered(variant)),
            _ => new Command.RecordDelivery(stamp, effect.Key, new Delivery(Channel(effect.Effect), "ref", null)),
        });
    }

    // Some people are asked by mail and some by a card.
    private static string Channel(Effect effect) => effect switch
    {
        Effect.IssueRecord => Delivery.RecordChannel,
        Effect.UpdateCards or Effect.PutAsk { Ask: 2 } => Delivery.TeamsChannel,
        _ => Delivery.MailChannel,
    };

    // Rotated and thinned by the variant, so that seats overlap and some cannot be filled.
    private IReadOnlyList<Staffing> Answered(int variant) =>
    [
        .. Scenario.Roles.Append("head").Select((role, i) => Absent(variant, i, Sample.Staffing(
            role,
            [.. Enumerable.Range(0, variant >= 10 && i == 1 ? 0 : 3).Select(k => Scenario.People[(variant + i + (k * (1 + (variant % 2)))) % 6])]))),
    ];

    private Staffing Absent(int variant, int role, Staffing staffing) => variant % 4 == 3 && role == 0
        ? staffing with { Candidates = [.. staffing.Candidates.Select((c, i) => i == 0 ? c with { Away = new Away(Story.Now.AddDays(variant)) } : c)] }
        : staffing;

    private Declaration? Revised(int c) => c switch
    {
        < 4 => null,
        < 10 => _scenario.Declaration with { Use = IntendedUse.Ideation },
        _ => _scenario.Declaration with { Use = IntendedUse.Ideation, PeopleDepicted = [Scenario.People[c % 6].Name] },
    };

    private static Decision Choose(int n) => n switch
    {
        < 6 => Sample.Yes,
        < 7 => Sample.If("Credit.", "No reuse."),
        7 => Sample.If("Credit.") with { Conditions = [new Condition("Show the final shots.", new DateOnly(2026, 4, 1), "Post")] },
        8 => Sample.No(),
        9 => Sample.No(null),
        10 => Sample.Ask(),
        _ => Sample.If(),
    };

    private void Do(Command command)
    {
        var before = Story.State;
        Story.Do(command);
        Steps.Add(new Step(before, command, Story.Last, Story.State));
    }
}
