namespace Workflow.Core.Diagnostics;

/// <summary>
/// Tells secrets from references to them. A hosting platform that cannot follow a setting's reference into a vault leaves
/// the reference itself as the value, and that text is no secret: it stands in the deployment's settings.
/// </summary>
public static class SecretReference
{
    // How Azure App Service and Functions write one.
    private const string Start = "@Microsoft.KeyVault(";

    /// <summary>Whether a setting's value is a reference that nobody has followed.</summary>
    public static bool IsUnresolved(string? value) =>
        value is not null && value.AsSpan().TrimStart().StartsWith(Start, StringComparison.OrdinalIgnoreCase);

    /// <summary>What to tell the operator about a setting whose value is one.</summary>
    /// <param name="setting">Its name, such as <c>Admin:Key</c>.</param>
    public static string Refusal(string setting) =>
        $"{setting} is a reference to a vault that could not be followed, not the secret itself. Put the secret into the vault, let the app's identity read it, and start again.";
}
