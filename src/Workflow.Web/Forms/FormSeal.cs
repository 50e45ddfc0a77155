namespace Workflow.Web.Forms;

/// <summary>
/// What every form carries out of sight: the antiforgery token, and an id drawn when the form was shown. The id names
/// the post, so a double click or a reload is one command. Shown by <c>Slices/Forms/SealedForm</c>.
/// </summary>
/// <param name="TokenName">Name of the antiforgery field.</param>
/// <param name="Token">Its value.</param>
/// <param name="FormId">32 lower-case hexadecimal digits.</param>
public sealed record FormSeal(string TokenName, string Token, string FormId)
{
    /// <summary>Name of the field that carries <see cref="FormId"/>.</summary>
    public const string IdName = "form-id";
}
