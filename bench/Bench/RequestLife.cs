using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Files;
using Workflow.Adapters.People;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Core.Records;
using Workflow.Core.Requests;

namespace Bench;

/// <summary>
/// The life of one request of tier <c>written</c> under the built-in policy: declared, assessed, every asked person
/// reminded once, approved by all of them, the record issued. It depicts nobody, so no consent is demanded. What goes
/// outside is taken for delivered.
/// </summary>
internal sealed class RequestLife : TimeProvider, IMessenger, IRecordOffice
{
    private readonly TablesStore _store;
    private readonly PeopleDirectory _directory;
    private readonly ApprovalDesk _desk;
    private readonly EffectCarrier _carrier;
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public RequestLife(TablesStore store)
    {
        var files = new OptionsWrapper<PolicyFilesOptions>(new PolicyFilesOptions());
        var policies = new PolicyFile(files, archive: null);
        _store = store;
        _directory = new PeopleDirectory(new DirectoryFile(files, NullLogger<DirectoryFile>.Instance), this);
        _desk = new ApprovalDesk(store.Events, policies, this);
        _carrier = new EffectCarrier(_desk, policies, _directory, this, this, this);
    }

    public override DateTimeOffset GetUtcNow() => _now;

    /// <summary>Lives it and returns the request as it ends.</summary>
    public async Task<RequestState> LiveAsync(CancellationToken cancellationToken)
    {
        var production = (await _directory.ProductionsAsync(cancellationToken))[0];
        var submitted = await _desk.SubmitAsync(Submission(production), Authentication.MailSender, cancellationToken);
        var request = await CarryAllAsync(submitted.Request!, cancellationToken);
        var reminded = false;
        while (request.Status is not RequestStatus.Closed)
        {
            if (!reminded)
            {
                _now = DueTimes.Next(request)!.Value;
                request = await DoAsync(request, new Command.Wake(Stamp("wake", Actor.System)), cancellationToken);
                reminded = true;
            }

            foreach (var ask in request.OpenAsks.ToList())
            {
                var by = new Actor(ActorKind.Approver, ask.Person.Id, ask.Person.Name, Authentication.MailedLinkAndCode);
                var approval = new Decision(DecisionKind.Approve, "Seen and agreed.", []);
                request = await DoAsync(request, new Command.Decide(Stamp($"decide-{ask.Number}", by), ask.Number, approval), cancellationToken);
            }
        }

        return request;
    }

    public Task<Delivery> DeliverAsync(RequestState request, KeyedEffect effect, CancellationToken cancellationToken) =>
        Task.FromResult(new Delivery("mail", $"{effect.Key}@approvals.example", null));

    public Task<Delivery> IssueAsync(RequestState request, IReadOnlyList<StoredEvent> events, CancellationToken cancellationToken) =>
        Task.FromResult(new Delivery(Delivery.RecordChannel, new string('a', 64), null));

    private async Task<RequestState> DoAsync(RequestState request, Command command, CancellationToken cancellationToken)
    {
        var answer = await _desk.HandleAsync(request.Id, command, cancellationToken);
        return answer.Verdict is Verdict.Refused refused
            ? throw new InvalidOperationException($"The bench's command was refused: {refused.Refusal}.")
            : await CarryAllAsync(answer.Request!, cancellationToken);
    }

    // As the orchestration of a request does: whatever waits for it, until nothing does.
    private async Task<RequestState> CarryAllAsync(RequestState request, CancellationToken cancellationToken)
    {
        while (await _store.Outbox.OfAsync(request.Id, cancellationToken) is { Count: > 0 } items)
        {
            foreach (var item in items)
                await _carrier.CarryAsync(item.Request, item.Effect, cancellationToken);
        }

        return (await _desk.FindAsync(request.Id, cancellationToken))!;
    }

    private Stamp Stamp(string id, Actor by) => new($"{id}/{_now.UtcTicks}", _now, by);

    private static Submission Submission(string production) => new(
        new Declaration
        {
            Production = production,
            Title = "The creature's final look",
            Description = "The lake creature's final design, modelled after concept art made by hand, seen in three scenes.",
            Tools = [new Tool("Sculptor", "Sculpt Ltd", "Enterprise", "no training on inputs or outputs")],
            Use = IntendedUse.Final,
            FinalDeliverable = Answer.Yes,
            Principles = new PrincipleAnswers(Answer.Yes, Answer.Yes, Answer.Yes, Answer.No, Answer.Yes),
        },
        new Submitter("Ines Varga", "ines@lantern.example", "en"),
        Channel.Form,
        "bench:1",
        new string('f', 64));
}
