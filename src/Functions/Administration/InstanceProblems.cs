using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Pages;

namespace Functions.Administration;

/// <summary>What an admin is told when an orchestration cannot be seen or steered.</summary>
internal static class InstanceProblems
{
    /// <summary>There is no such instance, or the id is none of a request.</summary>
    public static Problem Missing { get; } = new(
        StatusCodes.Status404NotFound,
        "not-found",
        $"There is no orchestration of this id",
        $"Its id is the request's. It may be purged: POST its restart, and it starts again from the stored request.");

    /// <summary>There is no such request to start an instance for.</summary>
    public static Problem NoRequest { get; } = new(
        StatusCodes.Status404NotFound,
        "not-found",
        $"There is no request of this id",
        $"An orchestration is started for a stored request alone. Look the id up in the list of requests.");

    /// <summary>A stop without a reason.</summary>
    public static Problem NoReason(int length) => new(
        StatusCodes.Status400BadRequest,
        "reason-needed",
        $"Say why",
        $"Send JSON with a \"reason\" of 1 to {length} characters. It is kept in the instance's history; name nobody in it.");

    /// <summary>A filter that is none.</summary>
    public static Problem NoStatus(string statuses) => new(
        StatusCodes.Status400BadRequest, "bad-filter", $"This list cannot be shown", $"status has to be one of {statuses}, or left out.");

    /// <summary>A mark of a next page that we did not give out.</summary>
    public static Problem NoPage { get; } = new(
        StatusCodes.Status400BadRequest, "bad-filter", $"This list cannot be shown", $"after has to be the next of an earlier page, or left out.");

    /// <summary>It does not stand where this could be done to it.</summary>
    public static Problem NotNow(OrchestrationRuntimeStatus status, Text remedy) => new(
        StatusCodes.Status409Conflict, "not-now", $"The orchestration is {Wire.Word(status)}", remedy);
}
