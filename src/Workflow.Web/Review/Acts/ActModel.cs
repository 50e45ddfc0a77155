using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Review.Acts;

/// <summary>What was typed on the page of an act.</summary>
/// <param name="To">The id of whoever was chosen; empty for nobody.</param>
/// <param name="Comment">The comment or reason.</param>
/// <param name="Code">The one-time code; never shown again.</param>
public sealed record ActForm(string To = "", string Comment = "", string Code = "")
{
    /// <summary>Reads it as posted.</summary>
    public static ActForm Read(IFormCollection fields) => new(
        fields["to"].ToString(), PlainText.Lines(fields["comment"]) ?? "", fields["code"].ToString().Trim());

    /// <summary>The field in which a refusal is put right; null when nothing typed can put it right.</summary>
    public static string? FieldOf(RefusalCode code) => code switch
    {
        RefusalCode.SecondStepNeeded => "code",
        RefusalCode.CommentNeeded or RefusalCode.TooLong => "comment",
        _ => null,
    };
}

/// <summary>What the page of an act shows.</summary>
/// <param name="Act">Which.</param>
/// <param name="Request">The request.</param>
/// <param name="Ask">The person's ask.</param>
/// <param name="Token">Of the link the person came by.</param>
/// <param name="Seal">Of the form.</param>
/// <param name="Colleagues">Whom they can choose, where somebody is chosen.</param>
public sealed record ActModel(Act Act, RequestState Request, Ask Ask, string Token, FormSeal Seal, IReadOnlyList<Person> Colleagues)
{
    /// <summary>What was typed so far.</summary>
    public ActForm Form { get; init; } = new();

    /// <summary>What is wrong with it.</summary>
    public IReadOnlyList<FieldProblem> Problems { get; init; } = [];

    /// <summary>Good news about the one-time code; null when there is none.</summary>
    public Text? CodeNotice { get; init; }

    /// <summary>Whether it needs a one-time code.</summary>
    public bool NeedsCode => Act.NeedsCode(Request);

    /// <summary>What is asked.</summary>
    public IEnumerable<Field> Fields => Act.Fields(this).Select(f => f.With(Problems));

    /// <summary>The one-time code.</summary>
    public CodePartModel Code => CodePartModel.For(Ask, Problems);

    /// <summary>Whom they chose; null for nobody who can be chosen.</summary>
    public Person? To => Colleagues.FirstOrDefault(p => p.Id == Form.To);
}
