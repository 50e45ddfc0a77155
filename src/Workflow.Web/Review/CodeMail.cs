using Workflow.Core.Approval;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Messages;

namespace Workflow.Web.Review;

/// <summary>Mails a one-time code at once: it is of no use once an outbox gets round to it.</summary>
public sealed class CodeMail(Postman postman, Readers readers, PublicAddress site, TimeProvider clock)
{
    /// <summary>Sends it to the mailbox that the ask went to; throws when the mail server does not take it.</summary>
    public Task SendAsync(RequestState request, Ask ask, string code, CancellationToken cancellationToken)
    {
        var person = ask.Person;
        var key = new EffectKey($"{request.Id}/code-{ask.Number}/{clock.GetUtcNow().UtcTicks}");
        return postman.SendAsync(
            request.Id,
            new Addressee(person.Name, person.Email, readers.Asked(request, ask), Answers.AreNotRead),
            MessageIds.For(key, person.Email, site.Host),
            effect: null,
            CodeLetter.For(person, code),
            cancellationToken);
    }
}
