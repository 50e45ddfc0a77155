using Workflow.Core.People;

namespace Workflow.Core.Approval;

/// <summary>Who may not decide a request: its submitter, whoever gains from it, and whoever it depicts (promise 1).</summary>
public static class Entitlement
{
    /// <summary>Why this person may not decide, in words; null when they may.</summary>
    public static FormattableString? Of(RequestState state, Person person)
    {
        if (Names(person, state.Submission.Submitter.Email) || Names(person, state.Submission.Submitter.Name))
        {
            return $"You submitted this request yourself, so somebody else has to decide it.";
        }

        if (state.Declaration.Beneficiaries.Any(b => Names(person, b)))
        {
            return $"The declaration names you as somebody who gains from this use, so somebody else has to decide it.";
        }

        if (state.Declaration.PeopleDepicted.Any(p => Names(person, p)))
        {
            return $"The declaration says that you are depicted, so somebody else has to decide it.";
        }

        return null;
    }

    // Declarations name people freely: by address, by name, or as "Name (role)" and "Name <address>".
    private static bool Names(Person person, string text) =>
        Same(text, person.Email)
        || Same(text, person.Name)
        || text.Contains(person.Email, StringComparison.OrdinalIgnoreCase)
        || Same(text.Split('(', '<', ',')[0], person.Name);

    private static bool Same(string a, string b) =>
        string.Equals(Squeeze(a), Squeeze(b), StringComparison.OrdinalIgnoreCase);

    private static string Squeeze(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
