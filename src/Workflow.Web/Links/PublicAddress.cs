using System.Diagnostics.CodeAnalysis;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Workflow.Core.Requests;

namespace Workflow.Web.Links;

/// <summary>Where people reach this installation: section <c>Site</c>.</summary>
public sealed class SiteOptions
{
    /// <summary>The absolute http or https address that links in mails start with, such as <c>https://approvals.studio.example</c>. Required.</summary>
    [SuppressMessage("Design", "CA1056", Justification = "A setting is text until it has been validated.")]
    public string BaseUrl { get; set; } = "";

    /// <summary>Whether a text can be used as <see cref="BaseUrl"/>: absolute, http or https, without query or fragment.</summary>
    public static bool IsUsable(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && (uri.Scheme == Uri.UriSchemeHttp || uri.Scheme == Uri.UriSchemeHttps)
        && uri.Query.Length == 0
        && uri.Fragment.Length == 0;
}

/// <summary>Builds the absolute links that mails carry. Never from a request's Host header, which anybody can forge.</summary>
public sealed class PublicAddress(IOptions<SiteOptions> options)
{
    /// <summary>The host name, for Message-IDs.</summary>
    public string Host => Base.Host;

    private Uri Base => new(options.Value.BaseUrl.TrimEnd('/') + "/");

    /// <summary>The page on which an asked person decides.</summary>
    public Uri Review(string token) => To("review", token);

    /// <summary>The page on which consents are checked off.</summary>
    public Uri Consents(string token) => To("review/consents", token);

    /// <summary>The page on which a person takes note of many requests at once.</summary>
    public Uri Notices(string token) => To("review/notices", token);

    /// <summary>The form to declare a use.</summary>
    public Uri Declare => To("declare");

    /// <summary>The page on which a submitter follows a request, answers questions and completes it.</summary>
    public Uri Request(string token) => To("request", token);

    /// <summary>The page on which a reader switches digests off.</summary>
    public Uri Digests(string token) => To("digests", token);

    /// <summary>Where a mail program switches digests off on its reader's click (RFC 8058).</summary>
    public Uri DigestsOff(string token) => To("digests/off", token);

    /// <summary>The page on which anybody can verify a record that they hold.</summary>
    public Uri Records => To("records");

    /// <summary>The record of an approval.</summary>
    /// <param name="id">The request's.</param>
    /// <param name="token">Of a person who may read all of it; without one the page only says whether it is genuine.</param>
    public Uri Record(RequestId id, string? token = null) => To($"records/{id}", token);

    /// <summary>The inspector of a request, for admins.</summary>
    public Uri Inspector(RequestId id) => To($"manage/requests/{id}");

    private Uri To(string path, string? token = null) =>
        new(Base, path + (token is null ? QueryString.Empty : QueryString.Create("t", token)));
}
