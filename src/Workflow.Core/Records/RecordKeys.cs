using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Workflow.Core.Records;

/// <summary>The public keys whose signatures on records are trusted, as a JWK set (RFC 7517). Works offline.</summary>
public sealed class RecordKeys(IEnumerable<RecordKey> keys)
{
    private readonly IReadOnlyList<RecordKey> _keys = [.. keys.DistinctBy(k => k.Id)];

    /// <summary>All of them, the one now in use first.</summary>
    public IReadOnlyList<RecordKey> All => _keys;

    /// <summary>The key with this id; null when it is not trusted.</summary>
    public RecordKey? Find(string id) => _keys.FirstOrDefault(k => k.Id == id);

    /// <summary>The JWK set as UTF-8 JSON.</summary>
    public byte[] ToJwks() => CanonicalJson.Write(
        new JsonObject { ["keys"] = new JsonArray([.. _keys.Select(k => k.ToJwk())]) });

    /// <summary>
    /// Reads a JWK set of P-256 keys. A key that names itself by anything but its own thumbprint is refused: it could
    /// pass for another.
    /// </summary>
    /// <param name="jwks">UTF-8 JSON.</param>
    /// <param name="keys">The keys, when the result is true.</param>
    /// <param name="problem">What is wrong with it, in words, when the result is false.</param>
    public static bool TryRead(
        ReadOnlySpan<byte> jwks, [NotNullWhen(true)] out RecordKeys? keys, [NotNullWhen(false)] out string? problem)
    {
        keys = null;
        try
        {
            if ((JsonNode.Parse(jwks) as JsonObject)?["keys"] is not JsonArray set)
            {
                problem = "It is no set of public keys (a JSON object with \"keys\").";
                return false;
            }

            keys = new RecordKeys([.. set.Select(Read)]);
            problem = null;
            return true;
        }
        catch (Exception e) when (e is JsonException or FormatException or InvalidOperationException or CryptographicException or ArgumentException)
        {
            problem = $"It is no set of P-256 public keys: {e.Message}";
            return false;
        }
    }

    private static RecordKey Read(JsonNode? jwk)
    {
        string Member(string name) => (jwk as JsonObject)?[name]?.GetValue<string>() ?? throw new FormatException($"a key lacks \"{name}\".");

        if (Member("kty") != "EC" || Member("crv") != "P-256")
        {
            throw new FormatException("a key is not for the curve P-256.");
        }

        var key = new RecordKey(Base64Url.DecodeFromChars(Member("x")), Base64Url.DecodeFromChars(Member("y")));
        return Member("kid") == key.Id ? key : throw new FormatException($"the key {key.Id} calls itself by another id.");
    }
}

/// <summary>One public key on the curve P-256.</summary>
public sealed class RecordKey
{
    private readonly ECParameters _parameters;

    /// <summary>A key by its point.</summary>
    /// <exception cref="CryptographicException">The point is not on the curve.</exception>
    public RecordKey(byte[] x, byte[] y)
    {
        _parameters = new ECParameters { Curve = ECCurve.NamedCurves.nistP256, Q = new ECPoint { X = x, Y = y } };
        using var onTheCurve = ECDsa.Create(_parameters);
        Id = Base64Url.EncodeToString(SHA256.HashData(CanonicalJson.Write(Point())));
    }

    /// <summary>The thumbprint (RFC 7638): base64url of the SHA-256 over the key's required members.</summary>
    public string Id { get; }

    /// <summary>Whether this is an ES256 signature by this key.</summary>
    public bool Verifies(ReadOnlySpan<byte> input, ReadOnlySpan<byte> signature)
    {
        using var key = ECDsa.Create(_parameters);
        return signature.Length == 64
            && key.VerifyData(input, signature, HashAlgorithmName.SHA256, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    internal JsonObject ToJwk()
    {
        var jwk = Point();
        jwk["alg"] = "ES256";
        jwk["kid"] = Id;
        jwk["use"] = "sig";
        return jwk;
    }

    private JsonObject Point() => new()
    {
        ["crv"] = "P-256",
        ["kty"] = "EC",
        ["x"] = Base64Url.EncodeToString(_parameters.Q.X),
        ["y"] = Base64Url.EncodeToString(_parameters.Q.Y),
    };
}
