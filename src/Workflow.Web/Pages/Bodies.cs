using System.Buffers;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;

namespace Workflow.Web.Pages;

/// <summary>Bounds what is read of a request body.</summary>
public static class Bodies
{
    /// <summary>
    /// Sets the largest body in bytes that the server reads; a longer one throws a <see cref="BadHttpRequestException"/>
    /// with status 413 while it is read.
    /// </summary>
    /// <returns>The problem when the announced length is already larger; null otherwise.</returns>
    public static Problem? Limit(HttpContext http, long bytes)
    {
        if (http.Request.ContentLength > bytes)
        {
            return TooLarge(bytes);
        }

        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } feature)
        {
            feature.MaxRequestBodySize = bytes;
        }

        return null;
    }

    /// <summary>Reads the whole body, at most so many bytes.</summary>
    /// <returns>The bytes, or the problem.</returns>
    public static async Task<(ReadOnlyMemory<byte> Body, Problem? Problem)> ReadAsync(
        HttpContext http, int bytes, CancellationToken cancellationToken)
    {
        if (Limit(http, bytes) is { } announced)
        {
            return (default, announced);
        }

        var body = new ArrayBufferWriter<byte>();
        try
        {
            while (await http.Request.Body.ReadAsync(body.GetMemory(16 * 1024), cancellationToken) is var read && read > 0)
            {
                body.Advance(read);
                if (body.WrittenCount > bytes)
                {
                    return (default, TooLarge(bytes));
                }
            }
        }
        catch (BadHttpRequestException e)
        {
            return (default, Faults.For(e));
        }

        return (body.WrittenMemory, null);
    }

    /// <summary>413, saying how much is taken.</summary>
    public static Problem TooLarge(long bytes) => new(
        StatusCodes.Status413PayloadTooLarge,
        "too-large",
        $"That is too much at once",
        $"This address takes at most {bytes / 1024.0 / 1024:0.#} MB. Send fewer or smaller files.");

    /// <summary>415, saying what is taken.</summary>
    public static Problem WrongType(string expected) => new(
        StatusCodes.Status415UnsupportedMediaType,
        "wrong-media-type",
        $"This address takes something else",
        $"Send {expected} and say so in the Content-Type header.");
}
