using Azure;

namespace Workflow.Adapters.AzureStorage;

/// <summary>Answers of the storage service that mean: what you have read is not what is there.</summary>
internal static class Conflict
{
    /// <summary>A row is there that must not be (409), is another than expected (412), or is gone (404).</summary>
    public static bool IsConflict(this RequestFailedException failure) => failure.Status is 404 or 409 or 412;
}
