using Microsoft.AspNetCore.Http;
using Workflow.Web.Pages;

namespace Workflow.Web.Forms;

/// <summary>What a post to a form turned out to be.</summary>
public abstract record PostedForm
{
    private PostedForm()
    {
    }

    /// <summary>A form with its fields, wherever it came from.</summary>
    public abstract record Readable(IFormCollection Fields) : PostedForm;

    /// <summary>From a form that we showed to this browser.</summary>
    /// <param name="Fields">What was typed, and the files.</param>
    /// <param name="FormId">Names the post.</param>
    public sealed record Genuine(IFormCollection Fields, string FormId) : Readable(Fields);

    /// <summary>
    /// Well-formed, but not provably from our form: the cookie is gone, or another site sent it. Nothing may be done
    /// with it but showing what was typed, in a new form.
    /// </summary>
    public sealed record Unproven(IFormCollection Fields) : Readable(Fields);

    /// <summary>Not a form, or too large.</summary>
    public sealed record Unreadable(Problem Problem) : PostedForm;
}
