using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

/// <summary>What people do in a story, in one word each.</summary>
internal sealed partial class Story
{
    public Story Decide(Person person, Decision decision, int? ask = null, Authentication authentication = Authentication.MailedLinkAndCode) =>
        Do(s => new Command.Decide(s.By(Sample.Deciding(person, authentication)), ask ?? AskOf(person), decision));

    public Story Answer(string text = "The singer's own.", Declaration? declaration = null) =>
        Do(s => new Command.ProvideInformation(s.By(Sample.Submitting), text, declaration, []));

    public Story Withdraw() => Do(s => new Command.Withdraw(s.By(Sample.Submitting), "No longer needed."));

    public Story Delegate(Person from, Person to, string? comment = null) =>
        Do(s => new Command.DelegateTo(s.By(Sample.Deciding(from)), AskOf(from), to, comment));

    public Story Recuse(Person person, string? comment = null) =>
        Do(s => new Command.Recuse(s.By(Sample.Deciding(person)), AskOf(person), comment));

    public Story Away(Person person, DateTimeOffset until) =>
        Do(s => new Command.NoteAbsence(s.By(Actor.System), null, person.Id, until));

    public Story Bounce(int ask, string status = "5.1.1") => Do(s => new Command.NoteBounce(
        s.By(Actor.System), KeyedEffect.For(s.State!.Id, s.State.Version, new Effect.PutAsk(ask)).Key, status));

    public Story Reassign(string seat, Person to, string reason = "She left.") =>
        Do(s => new Command.Reassign(s.By(Sample.Admin), seat, to, reason));

    public Story Nudge(int ask, string reason = "Shooting begins.") => Do(s => new Command.Nudge(s.By(Sample.Admin), ask, reason));

    public Story Extend(int? ask, double hours, string reason = "A long weekend.") =>
        Do(s => new Command.Extend(s.By(Sample.Admin), ask, TimeSpan.FromHours(hours), reason));

    public Story Reassess(string reason = "The policy changed.") =>
        Do(s => new Command.Reassess(s.By(Sample.Admin), Sample.NewPolicy, reason));

    public Story Attach(ConsentEvidence evidence) => Do(s => new Command.AttachConsent(s.By(Sample.Submitting), evidence));

    public Story Check(Person person, int number, bool accepted = true, string? comment = null, int? ask = null) =>
        Do(s => new Command.CheckConsent(s.By(Sample.Deciding(person)), ask ?? AskOf(person), number, accepted, comment));

    public Story Amend(Declaration? declaration = null, string reason = "A second season.") =>
        Do(s => new Command.Amend(s.By(Sample.Submitting), declaration, reason));

    public Story Revoke(Person person, string reason = "The terms were broken.", Authentication authentication = Authentication.MailedLinkAndCode) =>
        Do(s => new Command.Revoke(s.By(Sample.Deciding(person, authentication)), AskOf(person), reason));

    public Story Note(Actor by, string text = "The credit is in.", int? meets = null) => Do(s => new Command.AddNote(s.By(by), text, meets));

    /// <summary>The record of the approval is written.</summary>
    public Story Issue(string hash = "ab12") => Do(s =>
    {
        var effect = s.InFlight.Values.Last(e => e.Effect is Effect.IssueRecord);
        return new Command.RecordDelivery(s.By(Actor.System, effect.Key.Value), effect.Key, new Delivery(Delivery.RecordChannel, hash, null));
    });

    private int AskOf(Person person) => State!.Asks.Last(a => a.Person.Id == person.Id).Number;
}
