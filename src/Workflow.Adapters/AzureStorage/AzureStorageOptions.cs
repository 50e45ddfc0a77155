using System.ComponentModel.DataAnnotations;

namespace Workflow.Adapters.AzureStorage;

/// <summary>Where a serverless installation keeps its data: section <c>AzureStorage</c> of the configuration.</summary>
public sealed class AzureStorageOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "AzureStorage";

    /// <summary>
    /// The account's table endpoint, such as <c>https://ACCOUNT.table.core.windows.net</c>. Access is by managed identity
    /// (<c>AZURE_CLIENT_ID</c> chooses a user-assigned one), which needs the role Storage Table Data Contributor.
    /// </summary>
    public Uri? TableEndpoint { get; set; }

    /// <summary>
    /// The account's blob endpoint, such as <c>https://ACCOUNT.blob.core.windows.net</c>; the identity needs the role
    /// Storage Blob Data Contributor.
    /// </summary>
    public Uri? BlobEndpoint { get; set; }

    /// <summary>
    /// A connection string instead of both endpoints, for the Azurite emulator on this machine alone:
    /// <c>UseDevelopmentStorage=true</c>, or one whose endpoints are on loopback. Account keys have no place in an installation.
    /// </summary>
    public string? ConnectionString { get; set; }

    /// <summary>
    /// What the names of tables and of the container start with: 3 to 20 lower-case letters and digits, a letter first.
    /// Default <c>approvals</c>.
    /// </summary>
    [RegularExpression("^[a-z][a-z0-9]{2,19}$", ErrorMessage = "AzureStorage:Prefix must be 3 to 20 lower-case letters and digits, a letter first.")]
    public string Prefix { get; set; } = "approvals";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ConnectionString is { Length: > 0 } connection)
        {
            if (TableEndpoint is not null || BlobEndpoint is not null)
                yield return new ValidationResult("AzureStorage:ConnectionString must not be set together with AzureStorage:TableEndpoint or AzureStorage:BlobEndpoint.");
            if (!IsEmulator(connection))
                yield return new ValidationResult("AzureStorage:ConnectionString is for the emulator on this machine alone. Set AzureStorage:TableEndpoint and AzureStorage:BlobEndpoint, and give the managed identity its roles.");
            yield break;
        }

        if (!IsHttps(TableEndpoint))
            yield return new ValidationResult("AzureStorage:TableEndpoint must be the https address of the account's tables.");
        if (!IsHttps(BlobEndpoint))
            yield return new ValidationResult("AzureStorage:BlobEndpoint must be the https address of the account's blobs.");
    }

    private static bool IsHttps(Uri? endpoint) => endpoint is { IsAbsoluteUri: true, Scheme: "https" };

    // Without any endpoint the string would mean the account of that name in the cloud.
    private static bool IsEmulator(string connection)
    {
        if (connection.TrimEnd(';') == "UseDevelopmentStorage=true")
            return true;
        var settings = connection.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(part => part.Split('=', 2)).ToList();
        var endpoints = settings.Where(part => part[0].EndsWith("Endpoint", StringComparison.OrdinalIgnoreCase)).ToList();
        return endpoints.Any(part => part[0] == "TableEndpoint")
            && endpoints.Any(part => part[0] == "BlobEndpoint")
            && endpoints.All(part => Uri.TryCreate(part[^1], UriKind.Absolute, out var endpoint) && endpoint.IsLoopback);
    }
}
