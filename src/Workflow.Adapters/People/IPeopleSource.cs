using Workflow.Core.People;

namespace Workflow.Adapters.People;

/// <summary>Where a directory comes from: a file, or Entra ID.</summary>
internal interface IPeopleSource
{
    /// <summary>The directory as it is now known.</summary>
    ValueTask<DirectoryDocument> CurrentAsync(CancellationToken cancellationToken);
}
