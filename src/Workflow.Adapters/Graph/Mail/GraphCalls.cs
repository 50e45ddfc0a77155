using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>What is the same for every call about mails.</summary>
internal static class GraphCalls
{
    /// <summary>Asks for ids that stay the same when a mail is moved or sent. To be said with every call that speaks of mails.</summary>
    public static void AddImmutableIds(this RequestHeaders headers) => headers.Add("Prefer", "IdType=\"ImmutableId\"");

    /// <summary>Whether Graph does not know what the call was about.</summary>
    public static bool IsNotFound(this ODataError error) => error.ResponseStatusCode == 404;

    /// <summary>A text as a filter quotes it.</summary>
    public static string Quote(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
