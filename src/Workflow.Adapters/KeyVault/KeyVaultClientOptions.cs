using Azure.Core;

namespace Workflow.Adapters.KeyVault;

/// <summary>Transport, retries and diagnostics of <see cref="KeyVaultKey"/>.</summary>
internal sealed class KeyVaultClientOptions : ClientOptions;
