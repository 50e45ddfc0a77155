using System.Text.Encodings.Web;
using System.Text.Unicode;
using RazorSlices;
using Workflow.Core.Approval;
using Workflow.Core.Intake;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Languages;
using Workflow.Web.Links;
using Workflow.Web.Wording;
using static Workflow.Web.Languages.Speech;

namespace Workflow.Web.Messages;

/// <summary>Puts a letter into both forms of a mail and hands it over.</summary>
public sealed class Postman(IMailSender sender, ReplyAddress replies, PublicAddress site)
{
    // The longest subject that mail programs still show in full on a wide screen.
    private const int MaxSubject = 150;

    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>Sends it; throws when the mail server does not take it.</summary>
    /// <param name="request">What it is about.</param>
    /// <param name="to">Whom it is for.</param>
    /// <param name="messageId">Without angle brackets.</param>
    /// <param name="effect">The effect that it carries out, by which a bounce finds what it is about; null when it carries out none.</param>
    /// <param name="letter">What it says.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    public async Task SendAsync(
        RequestId request, Addressee to, string messageId, EffectKey? effect, Letter letter, CancellationToken cancellationToken)
    {
        Language.Current = to.Language;
        var subject = Phrase.OneLine(Say($"{request}: {letter.Subject}").ToString());
        var html = await Slices.Mail.LetterMail.Create(letter).RenderAsync(Encoder, cancellationToken);
        await sender.SendAsync(
            new OutgoingMail(
                messageId,
                Phrase.OneLine(to.Name),
                to.Email,
                Phrase.Shorten(subject, MaxSubject),
                html,
                LetterText.Write(letter),
                [MessageIds.Thread(request, to.Email, site.Host)],
                to.Language.Tag)
            {
                Request = request,
                Effect = effect,
                ReplyTo = replies.For(request, to.Email),
            },
            cancellationToken);
    }
}

/// <summary>Whom a letter is for.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">Address.</param>
/// <param name="Language">In which they read.</param>
public sealed record Addressee(string Name, string Email, Language Language);
