using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>What admins are told: which request needs their hands and where, and nothing of what was declared.</summary>
public static class AdminLetters
{
    /// <summary>The alert.</summary>
    /// <param name="request">Which request.</param>
    /// <param name="alert">What happened.</param>
    /// <param name="subject">The role or the effect it is about.</param>
    /// <param name="admin">Who reads it.</param>
    /// <param name="page">The inspector.</param>
    public static Letter For(RequestState request, Alert alert, string subject, Person admin, Uri page) => new(
        Headline(alert, Name(request, alert, subject)),
        [
            new Part.Paragraph($"Dear {admin.Name},"),
            new Part.Paragraph($"{Headline(alert, Name(request, alert, subject))}. {Remedy(alert)}"),
            new Part.Facts(
                new Fact($"Request", $"{request.Id}"),
                new Fact($"Status", StateWords.Name(request.Status)),
                new Fact($"Since", Moment.InZone(request.StatusSince, admin.Calendar.TimeZone))),
            new Part.Button($"Inspect the request", page),
        ]);

    private static Text Name(RequestState request, Alert alert, string subject) =>
        alert is Alert.SeatUnfilled or Alert.NobodyToAdd ? StateWords.SeatTitle(request, subject) : Phrase.Theirs(subject);

    private static Text Headline(Alert alert, Text subject) => alert switch
    {
        Alert.SeatUnfilled => $"Nobody can fill the seat {subject}",
        Alert.NobodyToAdd => $"Nobody answers for the seat {subject}, and nobody can be added",
        Alert.DeliveryFailed => $"A message could not be delivered ({subject})",
        Alert.Stalled => $"Work that should be done by now is not",
        Alert.MailBounced => $"A mail came back ({subject})",
        _ => throw new ArgumentOutOfRangeException(nameof(alert)),
    };

    private static Text Remedy(Alert alert) => alert switch
    {
        Alert.SeatUnfilled => $"Everybody the directory names for it is missing, is the submitter, or has a stake in it. Put somebody on the seat in the inspector, or name somebody else in the directory: it is asked again by itself. If nobody is found, the request expires.",
        Alert.NobodyToAdd => $"The person asked is away or out of time, and the directory names nobody who may stand in. Put somebody on the seat in the inspector, give more time there, or reach the person another way; without an answer the request expires.",
        Alert.DeliveryFailed => $"It was tried as often as the installation allows. See why among the dead letters, and retry it there once the cause is gone.",
        Alert.Stalled => $"Look at the effects that wait in the inspector, and at the service's log.",
        Alert.MailBounced => $"The receiver’s server did not keep it. See in the inspector why, correct the address where it is kept, and reach the person another way. If it asked somebody, the next person has been asked as well where there is one.",
        _ => throw new ArgumentOutOfRangeException(nameof(alert)),
    };
}
