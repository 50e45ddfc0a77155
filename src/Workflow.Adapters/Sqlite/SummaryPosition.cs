using System.Buffers.Text;
using System.Globalization;
using System.Text;
using Workflow.Core.Approval;
using Workflow.Core.Ports;

namespace Workflow.Adapters.Sqlite;

/// <summary>A row's place in the order of lists; written as base64url it is what continues a list behind that row.</summary>
internal sealed record SummaryPosition(bool Closed, long Urgency, long Age, string Request)
{
    public static SummaryPosition BeforeAll { get; } = new(false, long.MinValue, long.MinValue, "");

    public static SummaryPosition Of(RequestSummary summary) => new(
        summary.Status is RequestStatus.Closed,
        summary.Limit?.ToColumn() ?? long.MaxValue,
        -summary.SubmittedAt.ToColumn(),
        summary.Id.ToString());

    /// <summary>Null when it is none, or was altered on its way through a browser: the list starts from its beginning.</summary>
    public static SummaryPosition? Parse(string? continuation)
    {
        if (continuation is null || !Base64Url.IsValid(continuation))
            return null;
        return Encoding.UTF8.GetString(Base64Url.DecodeFromChars(continuation)).Split(' ') is
            [var closed, var urgency, var age, var request]
            && bool.TryParse(closed, out var c)
            && long.TryParse(urgency, CultureInfo.InvariantCulture, out var u)
            && long.TryParse(age, CultureInfo.InvariantCulture, out var a)
                ? new SummaryPosition(c, u, a, request)
                : null;
    }

    public override string ToString() => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"{Closed} {Urgency} {Age} {Request}")));
}
