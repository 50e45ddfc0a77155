namespace Workflow.Web.Admin;

/// <summary>Settings of the admin's pages, section <c>Admin</c>.</summary>
/// <remarks>A class and not a record: a record would print the key.</remarks>
public sealed class AdminOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "Admin";

    /// <summary>The fewest characters that a key may have.</summary>
    public const int KeyLength = 32;

    /// <summary>
    /// What an admin types to sign in, at least <see cref="KeyLength"/> characters. There is no default: without it
    /// the admin's pages stay closed.
    /// </summary>
    public string? Key { get; set; }

    /// <summary>
    /// What an auditor types instead, at least <see cref="KeyLength"/> characters and another than <see cref="Key"/>: it
    /// opens everything for reading and changes nothing. There is no default: without it there are no auditors.
    /// </summary>
    public string? AuditorKey { get; set; }

    /// <summary>Whether there is a key at all.</summary>
    internal bool IsConfigured => !string.IsNullOrEmpty(Key);
}
