using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Core.Tests.Simulation;

/// <summary>Those who send requests: they answer questions or forget them, show consents, withdraw, amend and renew.</summary>
internal sealed class Crew(World world)
{
    private static readonly TimeSpan Finding = TimeSpan.FromHours(9);

    private readonly Dice _dice = world.DiceOf("crew");
    private readonly Declarations _declarations = new(world);

    /// <summary>Sends so many requests over the year.</summary>
    public void Send(int requests)
    {
        for (var i = 0; i < requests; i++)
        {
            var number = i;
            var at = world.Rules.Current.Office.Add(Calendar.Start + _dice.Days(0, Calendar.Days), TimeSpan.FromHours(9 * _dice.Unit()));
            world.Agenda.At(at, () => SubmitAsync(number));
        }
    }

    public void Told(RequestState request, Notice notice)
    {
        var id = request.Id;
        switch (notice)
        {
            case Notice.Received or Notice.ConsentRefused or Notice.Suspended or Notice.AmendmentReceived:
                Later(0.9, Finding, () => AttachConsentsAsync(id));
                break;
            case Notice.CompletionNeeded or Notice.InformationNeeded:
                Later(0.85, Finding, () => AnswerAsync(id));
                break;
            case Notice.InformationReminder:
                Later(0.4, Finding / 3, () => AnswerAsync(id));
                break;
            case Notice.RecordReady when !world.IsWrapped:
                Sometime(0.06, 60, () => AmendAsync(id, _declarations.Changed));
                Sometime(0.6, 9, () => MeetAsync(id));
                break;
            case Notice.ExpiryAhead when !world.IsWrapped:
                Later(0.4, Finding, () => AmendAsync(id, _ => null));
                break;
            case Notice.ObligationOverdue:
                Later(0.7, Finding, () => MeetAsync(id));
                break;
        }
    }

    private async Task SubmitAsync(int number)
    {
        var submission = _declarations.Submission(number);
        var id = await SendAsync(submission);
        Sometime(0.02, 1, () => SendAsync(submission));
        Sometime(0.01, 1, () => SendAsync(submission with { Fingerprint = submission.Fingerprint + "+" }));
        Sometime(0.03, 5, () => ByAsync(id, stamp => new Command.Withdraw(stamp, "The scene was cut.")));
    }

    private async Task<RequestId> SendAsync(Submission submission)
    {
        var answer = await world.Desk.SubmitAsync(submission, Authentication.MailedLink, CancellationToken.None);
        if (answer.Verdict is Verdict.Refused refused)
        {
            world.Count(nameof(Command.Submit), refused.Refusal.Code);
        }

        return answer.Request!.Id;
    }

    private async Task AnswerAsync(RequestId id)
    {
        var request = await world.FindAsync(id);
        if (request.Question is not null)
        {
            await AttachConsentsAsync(id);
            await ByAsync(id, stamp => new Command.ProvideInformation(
                stamp, "Only what the declaration says, and everybody was asked.", _declarations.Answered(request.Declaration), []));
        }
    }

    private async Task AttachConsentsAsync(RequestId id)
    {
        var request = await world.FindAsync(id);
        foreach (var missing in ConsentRules.Missing(request, world.Now))
        {
            var today = DateOnly.FromDateTime(world.Now.UtcDateTime);
            var person = missing.Person ?? "Wanda Ellerby";
            var until = _dice.Chance(0.3) ? today.AddDays(20 + _dice.Below(300)) : (DateOnly?)null;
            await ByAsync(id, stamp => new Command.AttachConsent(stamp, new ConsentEvidence(
                person, missing.Kind, "This production.", person, today, until, new Attachment("consent.pdf", "application/pdf", 1000, new string('a', 64)))));
        }
    }

    private async Task AmendAsync(RequestId id, Func<Declaration, Declaration?> declare)
    {
        var request = await world.FindAsync(id);
        if (request.Status == RequestStatus.Closed && !world.IsWrapped)
        {
            await ByAsync(id, stamp => new Command.Amend(stamp, declare(request.Declaration), "The shoot goes on."));
        }
    }

    private async Task MeetAsync(RequestId id)
    {
        var request = await world.FindAsync(id);
        foreach (var obligation in request.Approval?.Obligations.Where(o => o.MetAt is null) ?? [])
        {
            await ByAsync(id, stamp => new Command.AddNote(stamp, "It was shown.", obligation.Number));
        }
    }

    private async Task ByAsync(RequestId id, Func<Stamp, Command> command)
    {
        var submitter = (await world.FindAsync(id)).Submission.Submitter;
        await world.DoAsync(id, new Actor(ActorKind.Submitter, submitter.Email, submitter.Name, Authentication.MailedLink), command);
    }

    private void Later(double probability, TimeSpan mean, Func<Task> happen)
    {
        if (_dice.Chance(probability))
        {
            world.Agenda.At(world.Rules.Current.Office.Add(world.Now, _dice.Around(mean)), happen);
        }
    }

    private void Sometime(double probability, int days, Func<Task> happen)
    {
        if (_dice.Chance(probability))
        {
            world.Agenda.After(_dice.Days(0, days), happen);
        }
    }
}
