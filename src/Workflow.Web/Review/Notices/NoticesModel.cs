using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Wording;

namespace Workflow.Web.Review.Notices;

/// <summary>The page of somebody's notices.</summary>
/// <param name="Rows">What it shows.</param>
/// <param name="HasMore">Whether more wait than it shows.</param>
/// <param name="Token">Of the link the person came by.</param>
/// <param name="Seal">Of the form.</param>
public sealed record NoticesModel(IReadOnlyList<NoticeRow> Rows, bool HasMore, string Token, FormSeal Seal)
{
    /// <summary>What is wrong with what was posted.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>All that is shown, as the form carries it.</summary>
    public string Shown => string.Join(' ', Rows.Select(row => row.Notice.Key));
}

/// <summary>One notice on the page.</summary>
/// <param name="Notice">Which.</param>
/// <param name="ReviewPage">Where all of it is read, and decided otherwise.</param>
/// <param name="IsTicked">Whether it was ticked.</param>
public sealed record NoticeRow(OpenNotice Notice, string ReviewPage, bool IsTicked)
{
    // Enough to know what it is about; all of it is one click away.
    private const int Excerpt = 400;

    /// <summary>What was declared.</summary>
    public Declaration Declaration => Notice.Request.Declaration;

    /// <summary>What is intended, in short.</summary>
    public string Intent => Phrase.Shorten(Declaration.Description, Excerpt);

    /// <summary>An instant as the asked person reads it.</summary>
    public Text When(DateTimeOffset instant) => Moment.InZone(instant, Notice.Ask.Person.Calendar.TimeZone);
}

/// <summary>The page that says what became of each notice.</summary>
/// <param name="Rows">One for each that was chosen.</param>
/// <param name="Token">Of the link the person came by.</param>
public sealed record NoticesDoneModel(IReadOnlyList<NoticeAnswerRow> Rows, string Token)
{
    /// <summary>How many are taken note of now.</summary>
    public int Done => Rows.Count(row => row.Answer is NoticeAnswer.Acknowledged);
}

/// <summary>What became of one notice.</summary>
/// <param name="Answer">What.</param>
/// <param name="ReviewPage">Where the person reads where it stands; null where it is not theirs to see.</param>
public sealed record NoticeAnswerRow(NoticeAnswer Answer, string? ReviewPage);
