using System.Globalization;
using Workflow.Core.Classification;
using Workflow.Core.Classification.SecondReading;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Ports;
using Workflow.Core.Requests;

namespace Workflow.Core.Approval;

/// <inheritdoc cref="IEffectCarrier" />
/// <remarks>
/// Commands that answer an effect carry its key as their id: carried twice, the second answer changes nothing.
/// </remarks>
public sealed class EffectCarrier(
    ApprovalDesk desk, IPolicies policies, IDirectory directory, IMessenger messenger, IRecordOffice records, TimeProvider clock, ISecondReader? model = null)
    : IEffectCarrier
{
    /// <inheritdoc />
    public async Task CarryAsync(RequestId id, KeyedEffect effect, CancellationToken cancellationToken)
    {
        var request = await desk.FindAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Effect {effect.Key} belongs to a request that is not stored.");
        Command answer = effect.Effect switch
        {
            _ when Overtaken(request, effect.Effect) => Delivered(effect, Delivery.Overtaken),
            Effect.Classify e => new Command.RecordAssessment(Stamp(effect.Key), effect.Key, e.Revision, await ClassifyAsync(request, cancellationToken).ConfigureAwait(false)),
            Effect.FindPeople e => new Command.RecordPeople(
                Stamp(effect.Key), effect.Key, e.Stage, await FindAsync(request, e.Stage, cancellationToken).ConfigureAwait(false)),
            Effect.PutAsk { Ask: var ask } when await LeftAsync(request, ask, cancellationToken).ConfigureAwait(false) =>
                new Command.NoteDeparture(Stamp(effect.Key), effect.Key, ask),
            Effect.Remind { Ask: var ask } when await LeftAsync(request, ask, cancellationToken).ConfigureAwait(false) =>
                new Command.NoteDeparture(Stamp(effect.Key), effect.Key, ask),
            Effect.Remind e when await AwayAsync(request, e.Ask, cancellationToken).ConfigureAwait(false) is { } away =>
                new Command.NoteAbsence(Stamp(effect.Key), effect.Key, request.Asks[e.Ask - 1].Person.Id, away.Until),
            Effect.IssueRecord => Delivered(effect, await IssueAsync(id, cancellationToken).ConfigureAwait(false)),
            _ => Delivered(effect, await messenger.DeliverAsync(request, effect, cancellationToken).ConfigureAwait(false)),
        };
        await desk.HandleAsync(id, answer, cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc />
    public Task GiveUpAsync(RequestId id, KeyedEffect effect, string reason, CancellationToken cancellationToken)
    {
        var at = clock.GetUtcNow();
        var stamp = new Stamp(string.Create(CultureInfo.InvariantCulture, $"{effect.Key}/failed/{at.UtcTicks}"), at, Actor.System);
        return desk.HandleAsync(id, new Command.RecordDelivery(stamp, effect.Key, new Delivery("none", null, reason)), cancellationToken);
    }

    // Between the event and now a question may have been settled; asking it all the same would only confuse.
    private static bool Overtaken(RequestState request, Effect effect) => effect switch
    {
        Effect.PutAsk e => !request.Asks[e.Ask - 1].IsOpen,
        Effect.Remind e => !request.Asks[e.Ask - 1].IsOpen,
        Effect.FindPeople e => e.Stage != request.StageIndex,
        Effect.TellSubmitter { Notice: Notice.Closed } => request.Outcome is null,
        Effect.TellSubmitter { Notice: Notice.CompletionNeeded or Notice.InformationNeeded or Notice.InformationReminder or Notice.DeadlineMoved } => request.Question is null,
        _ => false,
    };

    private async Task<Assessment> ClassifyAsync(RequestState request, CancellationToken cancellationToken)
    {
        var policy = PolicyOf(request);
        string[] answers = [.. request.Answers.Select(a => a.Text)];
        var assessment = Classifier.Assess(policy, request.Declaration, answers);
        return model is not null && SecondQuestion.Of(policy, model.Host, request.Submission, answers) is { } question
            ? question.Raise(assessment, await model.ReadAsync(question, cancellationToken).ConfigureAwait(false))
            : assessment;
    }

    // A request is judged to its end by the policy that judged it first, unless an admin orders another.
    private Policy PolicyOf(RequestState request)
    {
        if (request.IsUnjudged || (request.PolicyOrdered ?? request.Assessment?.Policy) is not { } pinned)
        {
            return policies.Current;
        }

        return policies.Find(pinned) ?? throw new PolicyNotKeptException(pinned);
    }

    // Days may lie between the directory's answer and the escalation that asks somebody it named.
    private Task<bool> LeftAsync(RequestState request, int ask, CancellationToken cancellationToken) =>
        directory.HasLeftAsync(request.Asks[ask - 1].Person.Id, cancellationToken);

    // Reminding somebody who has left for a while helps nobody: what is wanted then is the next person.
    private async Task<Away?> AwayAsync(RequestState request, int number, CancellationToken cancellationToken)
    {
        var ask = request.Asks[number - 1];
        if (ask.AwayUntil > clock.GetUtcNow())
        {
            return null;
        }

        var answered = await directory.FindAsync(request.Declaration.Production!, [ask.Seat], cancellationToken).ConfigureAwait(false);
        return answered.SelectMany(s => s.Candidates).FirstOrDefault(c => c.Person.Id == ask.Person.Id)?.Away is { } away
            && away.Until > clock.GetUtcNow() ? away : null;
    }

    private Task<IReadOnlyList<Staffing>> FindAsync(RequestState request, int number, CancellationToken cancellationToken)
    {
        var stage = request.Assessment!.Route.Stages[number];
        return directory.FindAsync(
            request.Declaration.Production!,
            [.. stage.Seats.Select(s => s.Role), .. stage.OtherRole is { } other ? new[] { other } : []],
            cancellationToken);
    }

    private async Task<Delivery> IssueAsync(RequestId id, CancellationToken cancellationToken)
    {
        var history = await desk.HistoryAsync(id, cancellationToken).ConfigureAwait(false)
            ?? throw new InvalidOperationException($"Request {id} is not stored.");
        return await records.IssueAsync(history.Request, history.Stored, cancellationToken).ConfigureAwait(false);
    }

    private Command.RecordDelivery Delivered(KeyedEffect effect, Delivery delivery) => new(Stamp(effect.Key), effect.Key, delivery);

    private Stamp Stamp(EffectKey key) => new(key.Value, clock.GetUtcNow(), Actor.System);
}
