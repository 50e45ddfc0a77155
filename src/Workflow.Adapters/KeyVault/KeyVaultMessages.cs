using System.Text.Json.Serialization;

namespace Workflow.Adapters.KeyVault;

/// <summary>One version of a key, as lists name it.</summary>
/// <param name="Kid">Its address.</param>
/// <param name="Attributes">Whether and since when it may be used.</param>
internal sealed record KeyVersion(string Kid, KeyAttributes Attributes);

/// <param name="Enabled">Whether the vault lets it be used.</param>
/// <param name="Created">Seconds since 1970.</param>
internal sealed record KeyAttributes(bool Enabled, long Created);

/// <summary>The public half of a key (RFC 7517); <c>kid</c> is the address of its version, <c>x</c> and <c>y</c> in base64url.</summary>
internal sealed record JsonWebKey(string? Kid, string Kty, string? Crv, string? X, string? Y);

internal sealed record KeyVersionPage(IReadOnlyList<KeyVersion> Value, string? NextLink);

internal sealed record KeyBundle(JsonWebKey Key);

/// <summary>Something to sign, wrap or unwrap.</summary>
/// <param name="Alg">By which algorithm (RFC 7518).</param>
/// <param name="Value">In base64url.</param>
internal sealed record KeyOperation(string Alg, string Value);

/// <param name="Value">In base64url.</param>
internal sealed record KeyOperationResult(string Value);

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(KeyVersionPage))]
[JsonSerializable(typeof(KeyBundle))]
[JsonSerializable(typeof(KeyOperation))]
[JsonSerializable(typeof(KeyOperationResult))]
internal sealed partial class KeyVaultJson : JsonSerializerContext;
