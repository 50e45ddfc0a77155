using Workflow.Core.People;
using Workflow.Web.SecondStep;
using Workflow.Web.Wording;

namespace Workflow.Web.Messages;

/// <summary>The mail with a one-time code. The code is not in the subject, which locked screens show.</summary>
public static class CodeLetter
{
    /// <summary>For the asked person.</summary>
    public static Letter For(Person person, string code) => new(
        $"Your one-time code",
        [
            new Part.Paragraph($"Dear {person.Name},"),
            new Part.Paragraph($"This is the code that confirms your decision:"),
            new Part.Code(code),
            new Part.Paragraph($"Type it on the page you came from. It holds for {TimeLeft.Minutes((int)OneTimeCodes.Validity.TotalMinutes)} and for one decision."),
            new Part.SmallPrint($"If you did not ask for it, somebody else has your link: do not pass the code on, and tell whoever runs this service."),
        ]);
}
