using System.Buffers.Text;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Workflow.Core.Ports;

namespace Workflow.Core.Records;

/// <summary>
/// A signed record as text: JWS in compact form (RFC 7515) with ES256 and nothing else. Our own writing is the only
/// one accepted, so that no two texts stand for the same record.
/// </summary>
public static class Jws
{
    private const string Algorithm = "ES256";
    private const string Type = "approval-record+jws";

    /// <summary>Signs a payload.</summary>
    public static async Task<string> SignAsync(IRecordSigner signer, byte[] payload, CancellationToken cancellationToken)
    {
        var input = $"{Base64Url.EncodeToString(Header(signer.KeyId))}.{Base64Url.EncodeToString(payload)}";
        var signature = await signer.SignAsync(Encoding.ASCII.GetBytes(input), cancellationToken);
        return $"{input}.{Base64Url.EncodeToString(signature)}";
    }

    /// <summary>Checks a signature; an <see cref="Opening.Failed"/> says what is wrong, in words.</summary>
    internal static Opening Open(string compact, RecordKeys keys)
    {
        var parts = compact.Split('.');
        if (parts.Length != 3 || Decode(parts[0]) is not { } bytes || ReadHeader(bytes) is not { } header)
        {
            return new Opening.Failed(new Verification.NotARecord($"it holds no signature in the form that records have."));
        }

        if (header.Typ != Type)
        {
            return new Opening.Failed(new Verification.NotARecord($"what is signed here says that it is something else."));
        }

        if (header.Alg != Algorithm)
        {
            return new Opening.Failed(new Verification.Altered($"it claims the signature algorithm \"{header.Alg}\", which no record has."));
        }

        if (keys.Find(header.Kid) is not { } key)
        {
            return new Opening.Failed(new Verification.UnknownKey(header.Kid));
        }

        return Decode(parts[1]) is { } payload
            && Decode(parts[2]) is { } signature
            && bytes.AsSpan().SequenceEqual(Header(key.Id))
            && key.Verifies(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), signature)
                ? new Opening.Opened(payload, key.Id)
                : new Opening.Failed(new Verification.Altered($"the signature does not fit what the record says."));
    }

    private static byte[] Header(string keyId) =>
        CanonicalJson.Write(new JsonObject { ["alg"] = Algorithm, ["kid"] = keyId, ["typ"] = Type });

    // Several texts decode to the same bytes (loose bits, white space); only the one that we write counts.
    private static byte[]? Decode(string text)
    {
        if (!Base64Url.IsValid(text))
        {
            return null;
        }

        var bytes = Base64Url.DecodeFromChars(text);
        return Base64Url.EncodeToString(bytes) == text ? bytes : null;
    }

    private static JwsHeader? ReadHeader(byte[] header)
    {
        try
        {
            return JsonSerializer.Deserialize(header, JwsJson.Default.JwsHeader);
        }
        catch (JsonException)
        {
            // Not ours, whatever it is.
            return null;
        }
    }

    /// <summary>What came of opening a JWS.</summary>
    internal abstract record Opening
    {
        private Opening()
        {
        }

        /// <summary>The signature holds.</summary>
        public sealed record Opened(byte[] Payload, string KeyId) : Opening;

        /// <summary>It does not, or there is none.</summary>
        public sealed record Failed(Verification Verification) : Opening;
    }
}

internal sealed record JwsHeader(string Alg, string Kid, string Typ);

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(JwsHeader))]
internal sealed partial class JwsJson : JsonSerializerContext;
