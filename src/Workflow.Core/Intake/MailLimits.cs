namespace Workflow.Core.Intake;

/// <summary>How large and how intricate a mail may be. What is in its files is limited by <see cref="Requests.DeclarationLimits"/>.</summary>
public static class MailLimits
{
    /// <summary>The whole mail in bytes: base 64 makes 25 MB of files 34 MB, and the text needs room too.</summary>
    public const int RawBytes = 35 * 1024 * 1024;

    /// <summary>How deep parts may lie within parts; honest mails stay below ten.</summary>
    public const int Depth = 20;

    /// <summary>Parts of every kind together.</summary>
    public const int Parts = 500;

    /// <summary>Header fields of the mail and all its parts together.</summary>
    public const int Headers = 5_000;

    /// <summary>All those header fields in bytes: ten thousand receivers fit into it.</summary>
    public const int HeaderBytes = 512 * 1024;

    /// <summary>The parts that are read as text, in bytes as they came: HTML of mail programs is ten times its text.</summary>
    public const int TextBytes = 4 * 1024 * 1024;

    /// <summary>The text of all of them together, in UTF-16 characters, quoted mails included.</summary>
    public const int TextCharacters = 500_000;

    /// <summary>The addresses that a mail went to which are looked at.</summary>
    public const int Recipients = 20_000;
}
