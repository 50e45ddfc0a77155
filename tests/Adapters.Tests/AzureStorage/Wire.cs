namespace Adapters.Tests.AzureStorage;

/// <summary>The way to the emulator, on which a test lets requests and answers be lost, late or refused.</summary>
/// <param name="behaviour">Gets each request, and how to send it on.</param>
internal sealed class Wire(Func<HttpRequestMessage, Func<Task<HttpResponseMessage>>, Task<HttpResponseMessage>> behaviour)
    : DelegatingHandler(new SocketsHttpHandler())
{
    public static bool IsTransaction(HttpRequestMessage request) =>
        request.RequestUri!.AbsolutePath.EndsWith("/$batch", StringComparison.Ordinal);

    public static bool IsIndexChange(HttpRequestMessage request) =>
        request.Method != HttpMethod.Get && request.RequestUri!.AbsolutePath.Contains("index(", StringComparison.Ordinal);

    protected override HttpResponseMessage Send(HttpRequestMessage request, CancellationToken cancellationToken) =>
        behaviour(request, () => Task.FromResult(base.Send(request, cancellationToken))).GetAwaiter().GetResult();

    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        behaviour(request, () => base.SendAsync(request, cancellationToken));
}
