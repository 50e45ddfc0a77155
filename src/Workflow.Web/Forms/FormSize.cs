using Workflow.Core.Requests;

namespace Workflow.Web.Forms;

/// <summary>How much a form may send.</summary>
/// <param name="Body">The whole body in bytes.</param>
/// <param name="Fields">Number of fields.</param>
public sealed record FormSize(long Body, int Fields)
{
    // Four long texts and fifty tool rows, each character up to nine bytes of percent-encoded UTF-8.
    private const long Words = 2 * 1024 * 1024;

    /// <summary>Forms without files.</summary>
    public static FormSize Text { get; } = new(Words, 400);

    /// <summary>Forms with files, within <see cref="DeclarationLimits.AttachmentBytes"/>.</summary>
    public static FormSize WithFiles { get; } = new(DeclarationLimits.AttachmentBytes + Words, 400);
}
