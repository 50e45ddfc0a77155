using Workflow.Core.People;

namespace Workflow.Adapters.People;

/// <summary>Where a directory comes from: a file, or Entra ID.</summary>
internal interface IPeopleSource
{
    /// <summary>The productions, in display order. A document names them, so that one can declare a use while nobody can be asked about people.</summary>
    IReadOnlyList<string> Productions { get; }

    /// <summary>The directory as it is now known.</summary>
    ValueTask<DirectoryDocument> CurrentAsync(CancellationToken cancellationToken);
}
