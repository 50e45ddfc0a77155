using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Requests;

namespace Workflow.Web.Admin;

/// <summary>What an admin can do to a request. None of it decides (design, promise 3).</summary>
public enum AdminPower
{
    /// <summary>Put somebody on a seat.</summary>
    Reassign,

    /// <summary>Have somebody reminded now.</summary>
    Nudge,

    /// <summary>Give somebody more time.</summary>
    Extend,

    /// <summary>Have it judged by the policy now in force.</summary>
    Reassess,

    /// <summary>Add what later readers should know.</summary>
    Note,
}

/// <summary>What an admin typed to have something done; each power reads what concerns it.</summary>
/// <param name="Power">What.</param>
/// <param name="Seat">The role to put somebody on.</param>
/// <param name="Person">Whom to put there, by the directory's id.</param>
/// <param name="Ask">Number of the ask, or <see cref="ToSubmitter"/>.</param>
/// <param name="Hours">Working hours from now.</param>
/// <param name="Reason">Why, or the note itself.</param>
public sealed record AdminOrder(AdminPower Power, string Seat, string Person, string Ask, string Hours, string? Reason)
{
    /// <summary>More time for the submitter instead of somebody asked.</summary>
    public const string ToSubmitter = "submitter";

    /// <summary>The name under which a form posts one of these; several forms stand on one page.</summary>
    public static string Name(AdminPower power, string part) => $"{Wire.Word(power)}.{part}";

    /// <summary>As posted.</summary>
    internal static AdminOrder Of(AdminPower power, IFormCollection form)
    {
        return new AdminOrder(power, Text("seat"), Text("person"), Text("ask"), Text("hours"), PlainText.Lines(Text("reason")));

        string Text(string part) => form[Name(power, part)].ToString();
    }

    /// <summary>The command that it stands for, or the problem of the field that cannot be read. The rules are the core's.</summary>
    internal (Command? Command, FieldProblem? Problem) Read(Stamp stamp, IReadOnlyList<Person> colleagues, PolicyStamp policy)
    {
        var why = Reason ?? "";
        return Power switch
        {
            AdminPower.Reassign => Seat.Length == 0 ? Wrong("seat", $"Choose a seat.")
                : colleagues.FirstOrDefault(p => p.Id == Person) is { } person ? (new Command.Reassign(stamp, Seat, person, why), null)
                : Wrong("person", $"Choose somebody whom the directory names for this production."),
            AdminPower.Nudge => Number(Ask) is { } ask ? (new Command.Nudge(stamp, ask, why), null) : Wrong("ask", $"Choose whom to remind."),
            AdminPower.Extend => Extend(stamp, why),
            AdminPower.Reassess => (new Command.Reassess(stamp, policy, why), null),
            AdminPower.Note => (new Command.AddNote(stamp, why, null), null),
            _ => throw new ArgumentOutOfRangeException(nameof(stamp)),
        };
    }

    private (Command? Command, FieldProblem? Problem) Extend(Stamp stamp, string why)
    {
        var ask = Number(Ask);
        if (ask is null && Ask != ToSubmitter)
            return Wrong("ask", $"Choose who gets more time.");

        var most = (int)Command.Extend.LongestExtension.TotalHours;
        return Number(Hours) is { } hours && hours >= 1 && hours <= most
            ? (new Command.Extend(stamp, ask, TimeSpan.FromHours(hours), why), null)
            : Wrong("hours", $"Type whole working hours, from 1 to {most}.");
    }

    private (Command? Command, FieldProblem? Problem) Wrong(string part, FormattableString text) =>
        (null, new FieldProblem(Name(Power, part), text));

    private static int? Number(string typed) =>
        int.TryParse(typed, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;
}

/// <summary>An order that was not carried out.</summary>
/// <param name="Order">As typed.</param>
/// <param name="Problem">Why; its field is empty when it is about the whole form.</param>
public sealed record FailedOrder(AdminOrder Order, FieldProblem Problem);
