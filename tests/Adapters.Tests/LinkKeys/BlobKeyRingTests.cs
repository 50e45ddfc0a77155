using System.Net;
using System.Xml.Linq;
using Adapters.Tests.AzureStorage;
using Azure.Core.Pipeline;
using Azure.Storage.Blobs;
using Workflow.Adapters.AzureStorage;
using Workflow.Adapters.LinkKeys;

namespace Adapters.Tests.LinkKeys;

public sealed class BlobKeyRingTests(Azurite azurite)
{
    private static int _made;

    private static XElement Key(int id) => new("key", new XAttribute("id", id), new XElement("wrapped", "…"));

    [Fact]
    public async Task Ring_that_is_not_there_is_empty() => Assert.Empty((await RingAsync()).GetAllElements());

    [Fact]
    public async Task Element_comes_back_as_it_was_stored()
    {
        var ring = await RingAsync();

        ring.StoreElement(Key(1), "one");
        ring.StoreElement(new XElement("revocation", "why"), "two");

        Assert.Equal(["<key id=\"1\"><wrapped>…</wrapped></key>", "<revocation>why</revocation>"], ring.GetAllElements().Select(e => e.ToString(SaveOptions.DisableFormatting)));
    }

    [Fact]
    public async Task Lost_answer_stores_no_element_twice()
    {
        var lost = false;
        using var wire = new Wire(async (request, send) =>
        {
            var answer = await send();
            if (request.Method != HttpMethod.Put || request.RequestUri!.Query.Contains("restype=container", StringComparison.Ordinal) || lost)
                return answer;
            lost = true;
            throw new HttpRequestException("connection reset");
        });
        var container = $"ring-{Interlocked.Increment(ref _made)}";
        (await RingAsync(container)).StoreElement(Key(1), "one");
        var ring = await RingAsync(container, wire);

        ring.StoreElement(Key(2), "two");

        Assert.True(lost);
        Assert.Equal(2, ring.GetAllElements().Count);
    }

    [Fact]
    public async Task Unchanged_ring_is_not_fetched_again()
    {
        var answers = new List<HttpStatusCode>();
        using var wire = new Wire(async (request, send) =>
        {
            var answer = await send();
            if (request.Method == HttpMethod.Get)
                answers.Add(answer.StatusCode);
            return answer;
        });
        var ring = await RingAsync(wire: wire);
        ring.StoreElement(Key(1), "one");
        ring.GetAllElements();

        Assert.Single(ring.GetAllElements());

        Assert.Equal([HttpStatusCode.NotFound, HttpStatusCode.OK, HttpStatusCode.NotModified], answers);
    }

    private async Task<BlobKeyRing> RingAsync(string? container = null, Wire? wire = null)
    {
        var options = Patience.Of(new BlobClientOptions());
        options.Retry.Delay = TimeSpan.FromMilliseconds(10);
        if (wire is not null)
            options.Transport = new HttpClientTransport(wire);
        var service = new BlobServiceClient(await azurite.ConnectAsync(), options);
        return new BlobKeyRing(
            new LazyContainer(service.GetBlobContainerClient(container ?? $"ring-{Interlocked.Increment(ref _made)}")), "key-ring.xml");
    }
}
