using System.Buffers;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace Workflow.Core.Requests;

/// <summary>
/// The short id a person can read out on the phone, such as <c>GAI-7K3M-Q2XF</c>: seven characters of
/// Crockford's base 32 (no I, L, O, U) and a check character that catches any single wrong character and
/// any swap of two. Parsing is forgiving: case, hyphens and the look-alikes O, I and L do not matter.
/// </summary>
[JsonConverter(typeof(RequestIdConverter))]
public readonly record struct RequestId : IParsable<RequestId>
{
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static readonly SearchValues<char> AlphabetSet = SearchValues.Create(Alphabet);

    private const string Prefix = "GAI";
    private const int DataLength = 7;

    private readonly string? _text;

    private RequestId(string text) => _text = text;

    /// <summary>Makes an id of the lowest 35 bits of <paramref name="bits"/>, which the edge draws.</summary>
    public static RequestId FromBits(ulong bits)
    {
        Span<char> data = stackalloc char[DataLength + 1];
        for (var i = 0; i < DataLength; i++)
        {
            data[i] = Alphabet[(int)((bits >> (5 * i)) & 31)];
        }

        data[DataLength] = Alphabet[Check(data[..DataLength])];
        return new RequestId($"{Prefix}-{data[..4]}-{data[4..]}");
    }

    /// <summary>
    /// The id that an intake key leads to. The same key gives the same id on every host, so a form sent twice or
    /// a mail fetched twice meets its own stream instead of opening a second one, without a table of keys.
    /// </summary>
    /// <param name="intakeKey">What identifies the submission: an Idempotency-Key or a Message-ID, with its sender.</param>
    /// <param name="attempt">Counts up when the id is already taken by another key.</param>
    public static RequestId ForIntake(string intakeKey, int attempt = 0)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes($"{attempt}\n{intakeKey}"));
        return FromBits(BitConverter.ToUInt64(hash));
    }

    /// <inheritdoc />
    public static RequestId Parse(string s, IFormatProvider? provider = null) =>
        TryParse(s, provider, out var id) ? id : throw new FormatException($"'{s}' is not a request id.");

    /// <inheritdoc />
    public static bool TryParse([NotNullWhen(true)] string? s, IFormatProvider? provider, out RequestId result)
    {
        result = default;
        if (s is null || s.Length > 32)
        {
            return false;
        }

        var bare = s.Trim().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        if (bare.Length != Prefix.Length + DataLength + 1 || !bare.StartsWith(Prefix, StringComparison.Ordinal))
        {
            return false;
        }

        var data = bare[Prefix.Length..].Replace('O', '0').Replace('I', '1').Replace('L', '1');
        if (data.AsSpan().ContainsAnyExcept(AlphabetSet) || Alphabet[Check(data.AsSpan(0, DataLength))] != data[^1])
        {
            return false;
        }

        result = new RequestId($"{Prefix}-{data[..4]}-{data[4..]}");
        return true;
    }

    /// <summary>The canonical text; an id that was never set has none.</summary>
    public override string ToString() =>
        _text ?? throw new InvalidOperationException("This request id was never set.");

    // A weighted sum over GF(32): each place has its own non-zero weight, so one wrong character changes the sum,
    // and so does a swap of two different ones.
    private static int Check(ReadOnlySpan<char> data)
    {
        var sum = 0;
        foreach (var c in data)
        {
            sum = Double(sum ^ Alphabet.IndexOf(c));
        }

        return sum;

        static int Double(int value) => (value << 1) is var twice && twice > 31 ? twice ^ 0b100101 : twice;
    }
}

/// <summary>Writes a request id as its text.</summary>
internal sealed class RequestIdConverter : JsonConverter<RequestId>
{
    public override RequestId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        RequestId.TryParse(reader.GetString(), null, out var id) ? id : throw new JsonException("This is not a request id.");

    public override void Write(Utf8JsonWriter writer, RequestId value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.ToString());
}
