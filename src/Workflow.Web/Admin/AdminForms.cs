using System.Globalization;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Admin;

/// <summary>The forms by which an admin keeps one request moving.</summary>
/// <param name="Seal">Of each.</param>
/// <param name="Request">The request.</param>
/// <param name="Colleagues">Who can be put on a seat.</param>
/// <param name="Policy">The policy now in force.</param>
/// <param name="Failed">What was just tried in vain; null when nothing was.</param>
public sealed record AdminForms(
    FormSeal Seal, RequestState Request, IReadOnlyList<Person> Colleagues, PolicyStamp Policy, FailedOrder? Failed)
{
    private static readonly Choice Unchosen = new("", $"Choose");

    /// <summary>Those that fit the request as it stands, and the one that has just failed.</summary>
    public IEnumerable<AdminForm> Fitting => Enum.GetValues<AdminPower>()
        .Where(power => Fits(power) || power == Failed?.Order.Power)
        .Select(Form);

    /// <summary>Whether somebody can be put on a seat: there is a stage, and it is not over.</summary>
    internal static bool CanReassign(RequestState request) => request.Status is RequestStatus.Assessed or RequestStatus.Deciding;

    private bool Fits(AdminPower power) => power switch
    {
        AdminPower.Reassign or AdminPower.Reassess => CanReassign(Request),
        AdminPower.Nudge => Awaited.Any(),
        AdminPower.Extend => Awaited.Any() || Request.Question is not null,
        AdminPower.Note => true,
        _ => throw new ArgumentOutOfRangeException(nameof(power)),
    };

    private IEnumerable<Ask> Awaited => Request.Status == RequestStatus.Deciding ? Request.OpenAsks : [];

    private AdminForm Form(AdminPower power) => power switch
    {
        AdminPower.Reassign => new(
            power,
            $"Put somebody on a seat",
            $"They are asked in place of whoever is asked for it now. Nobody can sit on two seats, nor decide what they sent in, gain from or are depicted in.",
            [Seats, People, Why(power)],
            Problem(power)),
        AdminPower.Nudge => new(power, $"Remind somebody now", $"The question goes to them once more.", [Asks(power, []), Why(power)], Problem(power)),
        AdminPower.Extend => new(
            power,
            $"Give more time",
            $"So many working hours from now on, in their own working week, with the reminders of the policy.",
            [Asks(power, Request.Question is null ? [] : [new Choice(AdminOrder.ToSubmitter, $"The submitter, {Request.Submission.Submitter.Name}")]), Hours, Why(power)],
            Problem(power)),
        AdminPower.Reassess => new(
            power,
            $"Judge it by the policy now in force",
            $"That is {Policy.Id} {Policy.Version}; it was judged by {Judged?.Id} {Judged?.Version}{(Judged?.Sha256 == Policy.Sha256 ? ", which is the same" : "")}. The approvers' clocks stand still meanwhile.",
            [Why(power)],
            Problem(power)),
        AdminPower.Note => new(power, $"Add a note", $"For whoever reads this later. It changes nothing else.", [Why(power) with { Label = $"Note" }], Problem(power)),
        _ => throw new ArgumentOutOfRangeException(nameof(power)),
    };

    private PolicyStamp? Judged => Request.Assessment?.Policy;

    private Field Seats => Field(AdminPower.Reassign, "seat", $"Seat") with
    {
        Choices = [Unchosen, .. (Request.Stage?.Seats ?? []).Select(s => new Choice(s.Role, StateWords.SeatTitle(Request, s.Role)))],
    };

    private Field People => Field(AdminPower.Reassign, "person", $"Person") with
    {
        Choices = [Unchosen, .. Colleagues.Select(p => new Choice(p.Id, $"{p.Name}, {p.Email}"))],
    };

    private Field Hours => Field(AdminPower.Extend, "hours", $"Working hours");

    private Field Asks(AdminPower power, IEnumerable<Choice> more) => Field(power, "ask", $"Who") with
    {
        Choices =
        [
            Unchosen,
            .. Awaited.Select(a => new Choice(
                a.Number.ToString(CultureInfo.InvariantCulture), $"{a.Person.Name}, for {StateWords.SeatTitle(Request, a.Seat)}")),
            .. more,
        ],
    };

    private Field Why(AdminPower power) => Field(power, "reason", $"Why?") with
    {
        Hint = $"It stands in the history, for everybody who reads it.",
    };

    private Field Field(AdminPower power, string part, Text label)
    {
        var typed = Failed is { Order: var order } && order.Power == power ? Typed(order, part) : null;
        var field = new Field(AdminOrder.Name(power, part), label) { Value = typed, Chosen = typed is null ? [] : [typed] };
        return Failed is null ? field : field.With([Failed.Problem]);
    }

    private static string? Typed(AdminOrder order, string part) => part switch
    {
        "seat" => order.Seat,
        "person" => order.Person,
        "ask" => order.Ask,
        "hours" => order.Hours,
        _ => order.Reason,
    };

    // What belongs to a field stands beside it.
    private Text? Problem(AdminPower power) =>
        Failed is { Problem: { Field: "" } problem } && Failed.Order.Power == power ? Text.Of(problem.Text) : null;
}

/// <summary>One form.</summary>
/// <param name="Power">What it does; also the last part of its address.</param>
/// <param name="Title">The same in words.</param>
/// <param name="Explanation">What comes of it.</param>
/// <param name="Fields">What it asks.</param>
/// <param name="Problem">Why it was not done, when that is about no single field.</param>
public sealed record AdminForm(AdminPower Power, Text Title, Text Explanation, IReadOnlyList<Field> Fields, Text? Problem)
{
    /// <summary>Whether it has just failed.</summary>
    public bool HasFailed => Problem is not null || Fields.Any(f => f.Errors.Count > 0);
}
