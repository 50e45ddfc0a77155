using System.Globalization;
using Workflow.Core.Requests;

namespace Workflow.Web.Review.Notices;

/// <summary>Names a notice as it was shown: what has changed since is not what its person has read.</summary>
/// <param name="Request">The request.</param>
/// <param name="Ask">Number of the ask within it.</param>
/// <param name="Revision">The revision of the declaration that was shown.</param>
public sealed record NoticeKey(RequestId Request, int Ask, int Revision)
{
    /// <summary>As forms and cards carry it: <c>GAI-7K3M-Q2XF/1/1</c>.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Request}/{Ask}/{Revision}");

    /// <summary>Reads what <see cref="ToString"/> wrote; null for anything else.</summary>
    public static NoticeKey? Read(string? text) =>
        text?.Split('/') is [var request, var ask, var revision]
        && RequestId.TryParse(request, CultureInfo.InvariantCulture, out var id)
        && int.TryParse(ask, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
        && int.TryParse(revision, NumberStyles.None, CultureInfo.InvariantCulture, out var shown)
            ? new NoticeKey(id, number, shown)
            : null;
}
