using System.ComponentModel.DataAnnotations;
using Microsoft.Extensions.DependencyInjection;

namespace Workflow.Adapters;

/// <summary>Where an installation of one process keeps its data: section <c>Storage</c> of the configuration.</summary>
public sealed class StorageOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Storage";

    /// <summary>
    /// The data folder, absolute or relative to the working directory; made when missing. It belongs to one process
    /// and must lie on a local disk: SQLite's write-ahead log does not work over a network share. No default.
    /// </summary>
    [Required(ErrorMessage = "Storage:Path must name the folder in which to keep the data.")]
    public string Path { get; set; } = "";

    /// <summary>The database file.</summary>
    internal string Database => System.IO.Path.Combine(Path, "approvals.db");

    /// <summary>The folder of files kept by content.</summary>
    internal string Blobs => System.IO.Path.Combine(Path, "blobs");
}

internal static class StorageServices
{
    /// <summary>Binds and validates the options; harmless when several stores ask for it.</summary>
    public static void AddStorageOptions(this IServiceCollection services) =>
        services.AddOptions<StorageOptions>()
            .BindConfiguration(StorageOptions.Section).ValidateDataAnnotations().ValidateOnStart();
}
