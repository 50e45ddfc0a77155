using Workflow.Core.Approval;
using Workflow.Core.Policies;
using Workflow.Web.Languages;
using Workflow.Web.Review;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>
/// What mails or cards may say about a request, by what its policy clears for them (design promise 12). Every letter and
/// card takes what was declared, asked or decided from here, and from nowhere else.
/// </summary>
/// <param name="request">The request.</param>
/// <param name="cleared">At least <see cref="Disclosure.Notice"/>.</param>
/// <param name="outlet">The way it leaves.</param>
public sealed class Disclosed(RequestState request, Disclosure cleared, Outlet outlet = Outlet.Mail)
{
    /// <summary>Whether it may be said what the request is about.</summary>
    public bool TellsWhatItIs => IsCleared(Disclosure.Summary);

    /// <summary>A subject: what is wanted, and where cleared of what.</summary>
    public Text Subject(Text what) => IsCleared(Disclosure.Summary) ? $"{what}: {request.Declaration.Title}" : what;

    /// <summary>What is intended, in half a sentence: "to use generative AI in The Lantern Coast".</summary>
    public Text Intent => IsCleared(Disclosure.Summary) && request.Declaration.Production is { } production
        ? (Text)$"to use generative AI in {production}"
        : $"to use generative AI";

    /// <summary>The request's id, where cleared what it is about, and more.</summary>
    public Part.Facts Facts(params IEnumerable<Fact> more) => new(
        [
            new Fact($"Request", $"{request.Id}"),
            .. IsCleared(Disclosure.Summary) ? Summary() : [],
            .. more,
        ]);

    /// <summary>Why somebody is asked: the names of the findings.</summary>
    public IEnumerable<Part> Findings() =>
        IsCleared(Disclosure.Summary) && request.Assessment is { Findings.Count: > 0 } assessment
            ? [new Part.Paragraph($"Why you are asked:"), new Part.Bullets([.. assessment.Findings.Select(f => f.Code).Distinct().Select(FindingWords.Name)])]
            : [];

    /// <summary>What a person wrote, or where it can be read.</summary>
    /// <param name="what">As the start of a sentence: "The question".</param>
    /// <param name="text">As written.</param>
    public Part Words(Text what, Text text) => IsCleared(Disclosure.Full)
        ? new Part.Quote(text)
        : new Part.Paragraph(outlet == Outlet.Teams
            ? (Text)$"{what} is shown behind the link and not on this card, because it may be confidential."
            : $"{what} is shown behind the link and not in this mail, because it may be confidential.");

    /// <summary>A list that people wrote, or where it can be read.</summary>
    public Part List(Text what, IReadOnlyList<string> items) => IsCleared(Disclosure.Full)
        ? new Part.Bullets([.. items.Select(Phrase.Theirs)])
        : new Part.Paragraph(outlet == Outlet.Teams
            ? (Text)$"{what} are shown behind the link and not on this card, because they may be confidential."
            : $"{what} are shown behind the link and not in this mail, because they may be confidential.");

    /// <summary>Why somebody is asked: the findings, each with the section of the guidance that it rests on.</summary>
    public IEnumerable<Part> Grounds() => IsCleared(Disclosure.Summary) && request.Assessment is { } assessment
        ? [new Part.Bullets([.. assessment.Findings.DistinctBy(f => f.Code).Select(f => (Text)$"{FindingWords.Name(f.Code)} ({PolicyWords.Of(f.Source)})")])]
        : [];

    /// <summary>Who is asked and what they have done; where cleared in their words.</summary>
    /// <param name="timeZone">IANA name of the reader's.</param>
    public IEnumerable<Part> Colleagues(string timeZone) => IsCleared(Disclosure.Summary)
        ? [new Part.Bullets([.. Colleague.All(request, timeZone).Select(Line)])]
        : [];

    private Text Line(Colleague colleague)
    {
        var did = colleague.Person is { } person ? $"{colleague.Seat}, {person}: {colleague.Doing}" : (Text)$"{colleague.Seat}: {colleague.Doing}";
        return IsCleared(Disclosure.Full) ? Phrase.Sentences([did, .. colleague.Words]) : did;
    }

    private bool IsCleared(Disclosure least) => cleared >= least;

    private IEnumerable<Fact> Summary() =>
    [
        new Fact($"Title", Phrase.Theirs(request.Declaration.Title)),
        .. request.Declaration.Production is { } production ? [new Fact($"Production", Phrase.Theirs(production))] : Array.Empty<Fact>(),
        .. request.Assessment is { } assessment ? [new Fact($"Kind of decision", TierWords.Name(assessment.Tier))] : Array.Empty<Fact>(),
    ];
}
