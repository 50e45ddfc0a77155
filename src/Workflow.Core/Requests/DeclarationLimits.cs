namespace Workflow.Core.Requests;

/// <summary>How much a declaration may hold. Lengths are in UTF-16 characters, sizes in bytes.</summary>
public static class DeclarationLimits
{
    /// <summary>Title.</summary>
    public const int Title = 200;

    /// <summary>Any other one-line field: a name, a tool, a territory.</summary>
    public const int Line = 200;

    /// <summary>Description, inputs, outputs, answers, comments: each.</summary>
    public const int Text = 20_000;

    /// <summary>Tools, people or beneficiaries: entries in each list.</summary>
    public const int Entries = 50;

    /// <summary>Files with one request.</summary>
    public const int Attachments = 20;

    /// <summary>All files of one request together.</summary>
    public const long AttachmentBytes = 25L * 1024 * 1024;
}
