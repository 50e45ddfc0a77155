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

    /// <summary>Sends a letter about a request; throws when the mail server does not take it.</summary>
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
        var mail = await WriteAsync(to, messageId, letter with { Subject = $"{request}: {letter.Subject}" }, cancellationToken);
        await sender.SendAsync(
            mail with
            {
                References = [MessageIds.Thread(request, to.Email, site.Host)],
                Request = request,
                Effect = effect,
                ReplyTo = AnswersOf(to) == Answers.AreNotRead ? null : replies.For(request, to.Email),
            },
            cancellationToken);
    }

    /// <summary>Sends a digest, which one click ends; throws when the mail server does not take it.</summary>
    public async Task SendDigestAsync(
        Addressee to, string messageId, Letter letter, Uri unsubscribe, CancellationToken cancellationToken)
    {
        Language.Current = to.Language;
        var mail = await WriteAsync(to, messageId, letter, cancellationToken);
        await sender.SendAsync(mail with { Unsubscribe = unsubscribe }, cancellationToken);
    }

    private async Task<OutgoingMail> WriteAsync(Addressee to, string messageId, Letter letter, CancellationToken cancellationToken)
    {
        var whole = letter with { Parts = [.. letter.Parts, new Part.SmallPrint(WhatBecomesOf(AnswersOf(to)))] };
        return new OutgoingMail(
            messageId,
            Phrase.OneLine(to.Name),
            to.Email,
            Phrase.Shorten(Phrase.OneLine(Say(whole.Subject).ToString()), MaxSubject),
            await Slices.Mail.LetterMail.Create(whole).RenderAsync(Encoder, cancellationToken),
            LetterText.Write(whole),
            References: [],
            to.Language.Tag);
    }

    private Answers AnswersOf(Addressee to) => replies.IsRead ? to.Answers : Answers.AreNotRead;

    private static Text WhatBecomesOf(Answers answers) => answers switch
    {
        Answers.AreNotRead => $"Nobody reads answers to this mail.",
        Answers.Join => $"To add something, you can simply answer this mail.",
        Answers.JoinAndDecideNothing => $"If you answer this mail, what you write is kept as a note. It decides nothing.",
        _ => throw new ArgumentOutOfRangeException(nameof(answers)),
    };
}

/// <summary>Whom a letter is for.</summary>
/// <param name="Name">Display name.</param>
/// <param name="Email">Address.</param>
/// <param name="Language">In which they read.</param>
/// <param name="Answers">What becomes of what they answer.</param>
public sealed record Addressee(string Name, string Email, Language Language, Answers Answers);

/// <summary>What becomes of an answer to a mail of ours, which says so.</summary>
public enum Answers
{
    /// <summary>It belongs nowhere: the mail names no address for it.</summary>
    AreNotRead,

    /// <summary>It joins the request as information or a note.</summary>
    Join,

    /// <summary>It joins the request as a note, and its author must not take it for a decision.</summary>
    JoinAndDecideNothing,
}
