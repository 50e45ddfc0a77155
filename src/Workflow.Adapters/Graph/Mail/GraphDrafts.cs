using System.Text;
using Microsoft.Graph;
using Microsoft.Graph.Models;
using Microsoft.Graph.Models.ODataErrors;
using Microsoft.Kiota.Abstractions.Serialization;
using MimeKit;

namespace Workflow.Adapters.Graph.Mail;

/// <summary>A mail of ours as the server has it.</summary>
/// <param name="Id">The same before and after it was sent.</param>
/// <param name="IsSent">Whether it was handed over already.</param>
internal sealed record StandingMail(string Id, bool IsSent);

/// <summary>Drafts in the mailbox, made from our own MIME, so that its headers and signatures are ours.</summary>
internal sealed class GraphDrafts(GraphServiceClient graph, GraphOptions options)
{
    private static readonly Dictionary<string, ParsableFactory<IParsable>> Errors = new()
    {
        ["XXX"] = ODataError.CreateFromDiscriminatorValue,
    };

    /// <summary>Makes a draft and returns its id.</summary>
    public async Task<string> MakeAsync(MimeMessage message, CancellationToken cancellationToken)
    {
        using var mime = new MemoryStream();
        await message.WriteToAsync(mime, cancellationToken);

        // The library knows a draft as JSON alone; as text/plain it is MIME in base64.
        var request = graph.Users[options.Mailbox].Messages.ToPostRequestInformation(new Message());
        request.Headers.Clear();
        request.Headers.Add("Accept", "application/json");
        request.Headers.AddImmutableIds();
        request.SetStreamContent(new MemoryStream(Encoding.ASCII.GetBytes(Convert.ToBase64String(mime.GetBuffer(), 0, (int)mime.Length))), "text/plain");
        var draft = await graph.RequestAdapter.SendAsync(request, Message.CreateFromDiscriminatorValue, Errors, cancellationToken);
        return draft!.Id!;
    }

    /// <summary>What the server has of a mail: by the id of its draft, else by its Message-ID; null when it has nothing.</summary>
    public async Task<StandingMail?> FindAsync(string messageId, string? draft, CancellationToken cancellationToken) =>
        (draft is null ? null : await OfIdAsync(draft, cancellationToken)) ?? await OfMessageIdAsync(messageId, cancellationToken);

    /// <summary>Sends a draft.</summary>
    public Task SendAsync(string draft, CancellationToken cancellationToken) =>
        graph.Users[options.Mailbox].Messages[draft].Send.PostAsync(request => request.Headers.AddImmutableIds(), cancellationToken);

    private async Task<StandingMail?> OfIdAsync(string id, CancellationToken cancellationToken)
    {
        try
        {
            return Standing(await graph.Users[options.Mailbox].Messages[id].GetAsync(
                request =>
                {
                    request.Headers.AddImmutableIds();
                    request.QueryParameters.Select = ["id", "isDraft"];
                },
                cancellationToken));
        }
        catch (ODataError e) when (e.IsNotFound())
        {
            return null;
        }
    }

    private async Task<StandingMail?> OfMessageIdAsync(string messageId, CancellationToken cancellationToken)
    {
        var found = await graph.Users[options.Mailbox].Messages.GetAsync(
            request =>
            {
                request.Headers.AddImmutableIds();
                request.QueryParameters.Filter = $"internetMessageId eq {GraphCalls.Quote($"<{messageId}>")}";
                request.QueryParameters.Select = ["id", "isDraft"];
            },
            cancellationToken);
        return Standing((found?.Value ?? []).OrderBy(mail => mail.IsDraft == true).FirstOrDefault());
    }

    private static StandingMail? Standing(Message? mail) => mail?.Id is { } id ? new StandingMail(id, mail.IsDraft != true) : null;
}
