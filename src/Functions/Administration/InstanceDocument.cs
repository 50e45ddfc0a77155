using System.Text.Json;
using System.Text.Json.Serialization;
using Functions.Orchestration;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflow.Core.Requests;

namespace Functions.Administration;

/// <summary>An orchestration as programs see it. Never its inputs and outputs, and no address of the runtime's own.</summary>
/// <param name="Id">The instance's id, which is the request's.</param>
/// <param name="Status">The runtime's status: <c>pending</c>, <c>running</c>, <c>suspended</c>, <c>completed</c>, <c>failed</c> or <c>terminated</c>.</param>
/// <param name="CreatedAt">UTC.</param>
/// <param name="UpdatedAt">When the runtime last touched it, UTC.</param>
/// <param name="Progress">What it last said of its request; absent in lists and before its first round.</param>
/// <param name="Failure">Kinds of errors, from the outermost to the cause, without their messages; absent in lists and when it did not fail.</param>
internal sealed record InstanceDocument(
    string Id, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt, Progress? Progress, string? Failure)
{
    private static readonly JsonSerializerOptions AsTheRuntimeWritesIt = new() { PropertyNameCaseInsensitive = true };

    public static InstanceDocument Of(OrchestrationMetadata instance) => new(
        instance.InstanceId,
        Wire.Word(instance.RuntimeStatus),
        instance.CreatedAt,
        instance.LastUpdatedAt,
        instance.SerializedCustomStatus is { Length: > 0 } status ? JsonSerializer.Deserialize<Progress>(status, AsTheRuntimeWritesIt) : null,
        instance.FailureDetails is { } failure ? string.Join(" <- ", KindsOf(failure)) : null);

    // Messages of exceptions quote addresses and names.
    private static IEnumerable<string> KindsOf(TaskFailureDetails? failure)
    {
        for (; failure is not null; failure = failure.InnerFailure)
            yield return failure.ErrorType[(failure.ErrorType.LastIndexOf('.') + 1)..];
    }
}

/// <summary>A page of orchestrations.</summary>
/// <param name="Items">In the runtime's order.</param>
/// <param name="Next">What to pass as <c>after</c> for the next page; absent at the end.</param>
internal sealed record InstanceListing(IReadOnlyList<InstanceDocument> Items, string? Next);

/// <summary>What a purge did.</summary>
/// <param name="Purged">How many instances it removed.</param>
/// <param name="Before">It removed what was over before this instant, UTC.</param>
internal sealed record PurgeDocument(int Purged, DateTimeOffset Before);

/// <summary>What an admin says when stopping something.</summary>
/// <param name="Reason">Why; kept in the instance's history.</param>
internal sealed record ReasonDocument(string? Reason);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    PropertyNameCaseInsensitive = true,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(InstanceDocument))]
[JsonSerializable(typeof(InstanceListing))]
[JsonSerializable(typeof(PurgeDocument))]
[JsonSerializable(typeof(ReasonDocument))]
internal sealed partial class AdministrationJson : JsonSerializerContext;
