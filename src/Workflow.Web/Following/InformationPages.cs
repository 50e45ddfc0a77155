using Microsoft.AspNetCore.Http;
using Workflow.Core.Approval;
using Workflow.Core.Ports;
using Workflow.Core.Requests;
using Workflow.Web.Forms;
using Workflow.Web.Languages;
using Workflow.Web.Pages;
using Workflow.Web.Submitting;

namespace Workflow.Web.Following;

/// <summary>Where a submitter answers a person's question, or fills in what a mail left out.</summary>
public sealed class InformationPages(
    RequestAccess access, Readers readers, FormGuard guard, DraftReading drafts, IDirectory directory, IBlobs blobs, ApprovalDesk desk, TimeProvider clock)
{
    /// <summary><c>GET /request/information?t=</c></summary>
    public async Task<IResult> FormAsync(HttpContext http)
    {
        var (own, closed) = await access.OpenAsync(http);
        return own is null ? closed! : await ShowAsync(http, own, Given.Nothing, [], null, null);
    }

    /// <summary><c>POST /request/information?t=</c>: 303 to the status, or the form again with everything that was typed.</summary>
    public async Task<IResult> AnswerAsync(HttpContext http)
    {
        var (own, closed) = await access.OpenAsync(http);
        if (own is null)
        {
            return closed!;
        }

        switch (await guard.ReadAsync(http, FormSize.WithFiles, http.RequestAborted))
        {
            case PostedForm.Unreadable unreadable:
                return unreadable.Problem.ToPage(readers.Submitter(own.Request));

            case PostedForm.Unproven unproven:
                return await ShowAsync(http, own, Given.In(unproven.Fields), [],
                    $"This form was open for too long, or your browser keeps no cookies. Everything you typed is still here; please send it again.", null);

            case PostedForm.Genuine genuine:
                return await TakeAsync(http, own, Given.In(genuine.Fields), genuine.FormId);

            default:
                throw new InvalidOperationException("A posted form of an unknown kind.");
        }
    }

    private async Task<IResult> TakeAsync(HttpContext http, OwnRequest own, Given given, string formId)
    {
        if (own.HasDone(formId))
        {
            return Page.SeeOther($"{own.StatusPath}&done=answered");
        }

        var cancellationToken = http.RequestAborted;
        var (completed, problems) = await ReadAsync(own.Request, given, cancellationToken);
        if (problems.Count > 0)
        {
            return await ShowAsync(http, own, given, problems, null, formId);
        }

        var attachments = await Uploads.StoreAsync(given.Files, blobs, cancellationToken);
        var answer = await desk.HandleAsync(
            own.Request.Id,
            new Command.ProvideInformation(own.Stamp(formId, clock.GetUtcNow()), given.Answer ?? "", completed, attachments),
            cancellationToken);
        return answer.Verdict is Verdict.Refused(var refusal)
            ? await ShowAsync(http, own with { Request = answer.Request ?? own.Request }, given, [], Text.Of(refusal.Text), formId)
            : Page.SeeOther($"{own.StatusPath}&done=answered");
    }

    private async Task<(Declaration? Completed, IReadOnlyList<FieldProblem> Problems)> ReadAsync(
        RequestState request, Given given, CancellationToken cancellationToken)
    {
        var declaration = request.Declaration;
        var filesAmiss = Uploads.Check(given.Files, request.Held());
        if (request.Question is not { Text: null })
        {
            var (changed, amiss) = Change(request, given);
            return (changed, [.. CheckAnswer(given.Answer), .. amiss, .. filesAmiss]);
        }

        var submitter = request.Submission.Submitter;
        var reading = await drafts.ReadAsync(given.Draft with { Name = submitter.Name, Email = submitter.Email }, cancellationToken);
        return (
            reading.Declaration is { } read ? read with { Attachments = declaration.Attachments } : null,
            [.. reading.Problems, .. filesAmiss]);
    }

    // What the question is about, as typed; nothing when it is as it was.
    private static (Declaration? Changed, IReadOnlyList<FieldProblem> Problems) Change(RequestState request, Given given)
    {
        var before = DeclarationDraft.Of(request.Declaration, request.Submission.Submitter);
        var draft = AskedFields.Merge(before, given.Draft, request.Question is { } question ? AskedFields.Of(question) : []);
        if (AskedFields.AreSame(before, draft))
        {
            return (null, []);
        }

        var reading = DeclarationReader.Read(draft, complete: true);
        return (reading.Declaration is { } read ? read with { Attachments = request.Declaration.Attachments } : null, reading.Problems);
    }

    private async Task<IResult> ShowAsync(
        HttpContext http, OwnRequest own, Given given, IReadOnlyList<FieldProblem> problems, Text? notice, string? formId)
    {
        if (own.Request.Question is not { } question)
        {
            return new Problem(
                StatusCodes.Status409Conflict,
                "no-question",
                $"Nothing is asked of you at the moment",
                $"{SubmitterWords.Now(own.Request)} If you have just answered, your answer is here.")
            {
                Next = new NavigationLink(own.StatusPath, $"See where it stands"),
            }.ToPage(readers.Submitter(own.Request));
        }

        var before = DeclarationDraft.Of(own.Request.Declaration, own.Request.Submission.Submitter);
        var asked = AskedFields.Of(question);
        var draft = given.IsNothing ? before : question.Text is null ? given.Draft : AskedFields.Merge(before, given.Draft, asked);
        var fields = new DeclarationFields(
            draft, await directory.ProductionsAsync(http.RequestAborted), problems, given.Files.Count > 0);
        return Page.Html(
            Slices.Following.InformationPage.Create(new InformationForm(
                own, guard.Seal(http, formId), problems, notice, given.Answer, fields, asked)),
            problems.Count == 0 && notice is null ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest,
            readers.Submitter(own.Request));
    }

    private static IEnumerable<FieldProblem> CheckAnswer(string? answer)
    {
        if (answer is null)
        {
            yield return new("answer", $"Answer the question in words; files alone are not enough.");
        }
        else if (answer.Length > DeclarationLimits.Text)
        {
            yield return new("answer", $"The answer has {answer.Length} characters; at most {DeclarationLimits.Text} fit. Shorten it or attach it as a file.");
        }
    }

    /// <summary>What was typed and chosen.</summary>
    private sealed record Given(DeclarationDraft Draft, string? Answer, IReadOnlyList<IFormFile> Files)
    {
        public static Given Nothing { get; } = new(new DeclarationDraft(), null, []);

        public bool IsNothing => ReferenceEquals(this, Nothing);

        public static Given In(IFormCollection form) =>
            new(DraftOfForm.Read(form), PlainText.Lines(form["answer"]), Uploads.In(form));
    }
}
