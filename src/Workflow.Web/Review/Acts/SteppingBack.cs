using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Web.Forms;
using Workflow.Web.Languages;

namespace Workflow.Web.Review.Acts;

/// <summary>Stepping back from deciding.</summary>
internal sealed class SteppingBack : Act
{
    public override string Path => "/review/recuse";

    public override Text Title => $"Step back from deciding";

    public override Text Meaning => $"For a conflict of interest, for instance. The next person for your role is asked at once; if there is nobody, the admins are told. You cannot decide this any more.";

    public override Text Button => $"Step back";

    public override IReadOnlyList<Field> Fields(ActModel model) =>
    [
        new Field("comment", $"Comment")
        {
            Hint = $"The others asked can read it.",
            Optional = true,
            Value = model.Form.Comment,
        },
    ];

    public override Command ToCommand(Stamp stamp, Ask ask, Person? to, string? comment) => new Command.Recuse(stamp, ask.Number, comment);
}
