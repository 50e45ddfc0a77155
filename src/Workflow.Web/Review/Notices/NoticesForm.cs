using Microsoft.AspNetCore.Http;

namespace Workflow.Web.Review.Notices;

/// <summary>What was posted from the page of notices.</summary>
/// <param name="Ticked">The ones ticked.</param>
/// <param name="Shown">All that the page showed: what came in since is not among them, and is not taken note of unread.</param>
/// <param name="TakesAll">Whether the button was pressed that takes note of all shown.</param>
public sealed record NoticesForm(IReadOnlyList<NoticeKey> Ticked, IReadOnlyList<NoticeKey> Shown, bool TakesAll)
{
    /// <summary>Name of the checkboxes.</summary>
    public const string Tick = "notice";

    /// <summary>Name of the field out of sight that lists all shown.</summary>
    public const string List = "shown";

    /// <summary>Name of the button that takes note of all shown; its value is <c>shown</c>.</summary>
    public const string Take = "take";

    /// <summary>A page before anything was ticked: nobody takes note of what they only forgot to untick.</summary>
    public static NoticesForm Fresh { get; } = new([], [], TakesAll: false);

    /// <summary>What the person wants to take note of.</summary>
    public IReadOnlyList<NoticeKey> Chosen => TakesAll ? Shown : Ticked;

    /// <summary>Reads it as posted; what names no notice is left out.</summary>
    public static NoticesForm Read(IFormCollection fields) => new(
        Keys(fields[Tick]), Keys(fields[List].ToString().Split(' ')), fields[Take] == List);

    private static IReadOnlyList<NoticeKey> Keys(IEnumerable<string?> posted) => [.. posted.Select(NoticeKey.Read).OfType<NoticeKey>()];
}
