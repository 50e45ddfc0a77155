using System.ComponentModel.DataAnnotations;

namespace Workflow.Adapters.KeyVault;

/// <summary>Which key signs records: section <c>KeyVault</c> of the configuration.</summary>
public sealed class KeyVaultOptions : IValidatableObject
{
    /// <summary>The section's name.</summary>
    public const string Section = "KeyVault";

    /// <summary>
    /// The key without a version, such as <c>https://VAULT.vault.azure.net/keys/record-signing</c>: EC, curve P-256. The
    /// identity needs the role Key Vault Crypto User. No default.
    /// </summary>
    public Uri? RecordKey { get; set; }

    /// <summary>For which resource the identity asks its token. Default: the public cloud's.</summary>
    [Required(ErrorMessage = "KeyVault:Scope must name the resource for which a token is asked.")]
    public string Scope { get; set; } = "https://vault.azure.net/.default";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (!KeyVaultKey.IsAddress(RecordKey))
            yield return new ValidationResult("KeyVault:RecordKey must be the https address of a key without a version: https://VAULT.vault.azure.net/keys/NAME.");
    }
}
