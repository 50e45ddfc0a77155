using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Functions.Tests.Life;

/// <summary>
/// The way to an installation without a network: routed as ASP.NET Core does, with cookies and redirections. The ids
/// that forms carry are drawn at random; here they are counted, so that two installations shown the same get the same.
/// </summary>
internal sealed partial class InProcessBrowser : HttpMessageHandler
{
    private readonly CookieContainer _cookies = new();
    private readonly IServiceProvider _services;
    private readonly RequestDelegate _site;
    private int _forms;

    public InProcessBrowser(IServiceProvider services, Action<IEndpointRouteBuilder> map)
    {
        var app = new ApplicationBuilder(services);
        app.UseRouting();
        app.UseEndpoints(map);
        (_services, _site) = (services, app.Build());
    }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await AnswerAsync(request, cancellationToken);
        while (response.StatusCode == HttpStatusCode.SeeOther)
        {
            var next = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, response.Headers.Location!));
            response = await AnswerAsync(next, cancellationToken);
        }

        return response;
    }

    private async Task<HttpResponseMessage> AnswerAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        await using var scope = _services.CreateAsyncScope();
        var http = new DefaultHttpContext { RequestServices = scope.ServiceProvider };
        await FillAsync(http.Request, request, cancellationToken);
        using var body = new MemoryStream();
        http.Response.Body = body;
        await _site(http);

        foreach (var cookie in http.Response.Headers.SetCookie)
            _cookies.SetCookies(request.RequestUri!, cookie!);
        var response = new HttpResponseMessage((HttpStatusCode)http.Response.StatusCode)
        {
            RequestMessage = request,
            Content = new ByteArrayContent(body.ToArray()),
        };
        foreach (var (name, values) in http.Response.Headers)
        {
            if (!response.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values))
                response.Content.Headers.TryAddWithoutValidation(name, (IEnumerable<string?>)values);
        }

        if (response.Content.Headers.ContentType?.MediaType == "text/html")
            response.Content = new StringContent(Count(await response.Content.ReadAsStringAsync(cancellationToken)));
        return response;
    }

    private async Task FillAsync(HttpRequest to, HttpRequestMessage from, CancellationToken cancellationToken)
    {
        to.Method = from.Method.Method;
        to.Scheme = from.RequestUri!.Scheme;
        to.Host = new HostString(from.RequestUri.Authority);
        to.Path = PathString.FromUriComponent(from.RequestUri.AbsolutePath);
        to.QueryString = new QueryString(from.RequestUri.Query);
        foreach (var (name, values) in from.Headers)
            to.Headers[name] = values.ToArray();
        if (_cookies.GetCookieHeader(from.RequestUri) is { Length: > 0 } cookies)
            to.Headers.Cookie = cookies;
        if (from.Content is not { } content)
            return;

        foreach (var (name, values) in content.Headers)
            to.Headers[name] = values.ToArray();
        to.Body = new MemoryStream(await content.ReadAsByteArrayAsync(cancellationToken));
        to.ContentLength = to.Body.Length;
    }

    private string Count(string page) => FormId.Replace(page, _ => (++_forms).ToString("x32", CultureInfo.InvariantCulture));

    [GeneratedRegex("""(?<=name="form-id" value=")[0-9a-f]{32}""")]
    private static partial Regex FormId { get; }
}
