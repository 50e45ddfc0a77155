using System.Text.RegularExpressions;
using Core.Tests.Records;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Time.Testing;
using Web.Tests.House;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Ports;
using Workflow.Web;
using Workflow.Web.Links;

namespace Web.Tests.Records;

/// <summary>The pages of records on a real server on loopback, over one approved request.</summary>
internal sealed partial class RecordSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private RecordSite()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Configuration["Site:BaseUrl"] = "https://approvals.studio.example";
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services
            .AddApprovalsWeb()
            .AddSingleton<TimeProvider>(Clock)
            .AddSingleton<IEventStore>(Archive)
            .AddSingleton<IBlobs>(Archive)
            .AddSingleton<IRecordSigner>(Signer)
            .AddSingleton<IPolicies, OnePolicy>()
            .AddSingleton(Signer.Keys);
        _app = builder.Build();
        _app.MapApprovals();
    }

    public MemoryArchive Archive { get; } = new();

    public TestSigner Signer { get; } = new();

    public FakeTimeProvider Clock { get; } = new(ApprovedRequest.ClosedAt.AddDays(1));

    public HttpClient Browser { get; private set; } = null!;

    public IRecordOffice Office => _app.Services.GetRequiredService<IRecordOffice>();

    public LinkTokens Tokens => _app.Services.GetRequiredService<LinkTokens>();

    public static string Path => $"/records/{ApprovedRequest.Id}";

    public string TokenQuery => $"?t={Tokens.ForSubmitter(ApprovedRequest.Id, "camille@crew.example")}";

    public static async Task<RecordSite> StartAsync()
    {
        var site = new RecordSite();
        await site._app.StartAsync(TestContext.Current.CancellationToken);
        site.Browser = new HttpClient { BaseAddress = new Uri(site._app.Urls.Single()) };
        return site;
    }

    /// <summary>A site whose one request has been approved and has its record.</summary>
    public static async Task<RecordSite> WithRecordAsync()
    {
        var site = await StartAsync();
        await site.IssueAsync();
        return site;
    }

    /// <summary>Approves the request and issues its record; returns the file's hash.</summary>
    public async Task<string> IssueAsync()
    {
        var request = Archive.Approve();
        var delivery = await Office.IssueAsync(request, Archive.Events, TestContext.Current.CancellationToken);
        var effect = KeyedEffect.For(request.Id, request.Version, new Effect.IssueRecord());
        Archive.Happen(new Event.EffectDelivered(effect.Key, delivery), ApprovedRequest.ClosedAt, Actor.System);
        return delivery.Reference!;
    }

    /// <summary>Sends a file through the form, as a browser does.</summary>
    public async Task<HttpResponseMessage> UploadAsync(byte[]? file, string name = "record.pdf", bool sealedForm = true)
    {
        var page = await Browser.GetStringAsync("/records/verify", TestContext.Current.CancellationToken);
        using var form = new MultipartFormDataContent();
        foreach (var field in Hidden().Matches(page).Where(_ => sealedForm))
        {
            form.Add(new StringContent(field.Groups[2].Value), field.Groups[1].Value);
        }

        if (file is not null)
        {
            form.Add(new ByteArrayContent(file), "file", name);
        }

        return await Browser.PostAsync("/records/verify", form, TestContext.Current.CancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        Browser.Dispose();
        Signer.Dispose();
        await _app.DisposeAsync();
    }

    [GeneratedRegex("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]+)\"")]
    private static partial Regex Hidden();
}
