using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Review.Acts;

/// <summary>Taking an approval back.</summary>
internal sealed class Revoking : Act
{
    public override string Path => "/review/revoke";

    public override Text Title => $"Revoke the approval";

    public override Text Meaning => $"What it allowed may no longer be done, from now on and for good. The submitter and the others who approved are told, with your reason. A new approval needs a new request.";

    public override Text Button => $"Revoke the approval";

    public override bool NeedsCode(RequestState request) => request.Approval?.Terms.SecondStep is true;

    public override IReadOnlyList<Field> Fields(ActModel model) =>
    [
        new Field("comment", $"Reason")
        {
            Hint = $"The submitter, the others asked and whoever reads the record later can read it.",
            Value = model.Form.Comment,
        },
    ];

    public override Command ToCommand(Stamp stamp, Ask ask, Person? to, string? comment) => new Command.Revoke(stamp, ask.Number, comment ?? "");
}
