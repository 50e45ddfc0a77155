using System.Globalization;
using System.Text;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Workflow.Core.Classification.Learned;

/// <summary>
/// A learned model as a document: a head that people can read, then the features that weigh anything. It is text so that it
/// travels and is kept with its policy like every other document.
/// </summary>
public static class ModelText
{
    private const string Title = "approvals learned model 1";
    private const int LineBytes = 96;
    private const int HeadLines = 5;

    // A feature's distance from the one before it takes at most three bytes of seven bits, and each finding one byte.
    private const int ByteBits = 7;

    /// <summary>Writes a model.</summary>
    public static string Write(LearnedModel model)
    {
        var text = new StringBuilder();
        text.Append(Title).Append('\n');
        text.Append("stamp ").Append(model.Stamp).Append('\n');
        text.Append("findings ").AppendJoin(' ', LearnedModel.Codes.Select(c => Wire.Word(c))).Append('\n');
        text.Append(CultureInfo.InvariantCulture, $"bias {BitConverter.SingleToInt32Bits(model.Bias):x8}\n");
        text.Append("units ").AppendJoin(' ', model.Units.ToArray().Select(u => BitConverter.SingleToInt32Bits(u).ToString("x8", CultureInfo.InvariantCulture))).Append('\n');
        foreach (var line in Rows(model).Chunk(LineBytes))
        {
            text.Append(Convert.ToBase64String(line)).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> has written; null when it is something else.</summary>
    public static LearnedModel? Read(DocumentText document)
    {
        try
        {
            var lines = document.Text.Split('\n');
            return lines is [Title, ..] && lines.Length > HeadLines && Values(lines[2]).SequenceEqual(LearnedModel.Codes.Select(c => Wire.Word(c)))
                ? new LearnedModel(Values(lines[1]).Single(), Float(Values(lines[3]).Single()), [.. Values(lines[4]).Select(Float)], Weights(lines.AsSpan(HeadLines)))
                : throw new FormatException();
        }
        catch (Exception bent) when (bent is FormatException or InvalidOperationException or IndexOutOfRangeException or ArgumentException)
        {
            return null;
        }
    }

    private static IEnumerable<string> Values(string line) => line.Split(' ').Skip(1);

    private static float Float(string hex) => BitConverter.Int32BitsToSingle(int.Parse(hex, NumberStyles.HexNumber, CultureInfo.InvariantCulture));

    private static IEnumerable<byte> Rows(LearnedModel model)
    {
        var last = -1;
        for (var feature = 0; feature < SentenceFeatures.Buckets; feature++)
        {
            var row = model.Weights.Slice(feature * LearnedModel.Lanes, LearnedModel.Codes.Length).ToArray();
            if (Array.TrueForAll(row, w => w == 0))
            {
                continue;
            }

            var distance = feature - last;
            last = feature;
            for (; distance >= 1 << ByteBits; distance >>= ByteBits)
            {
                yield return (byte)(distance | (1 << ByteBits));
            }

            yield return (byte)distance;
            foreach (var weight in row)
            {
                yield return (byte)weight;
            }
        }
    }

    private static sbyte[] Weights(ReadOnlySpan<string> lines)
    {
        var weights = new sbyte[SentenceFeatures.Buckets * LearnedModel.Lanes];
        var bytes = Bytes(lines);
        var feature = -1;
        for (var at = 0; at < bytes.Length; at += LearnedModel.Codes.Length)
        {
            var distance = 0;
            for (var shift = 0; ; shift += ByteBits)
            {
                distance |= (bytes[at] & ((1 << ByteBits) - 1)) << shift;
                if (bytes[at++] < 1 << ByteBits)
                {
                    break;
                }
            }

            feature += distance;
            for (var i = 0; i < LearnedModel.Codes.Length; i++)
            {
                weights[(feature * LearnedModel.Lanes) + i] = (sbyte)bytes[at + i];
            }
        }

        return weights;
    }

    private static byte[] Bytes(ReadOnlySpan<string> lines)
    {
        var bytes = new byte[lines.Length * LineBytes];
        var length = 0;
        foreach (var line in lines)
        {
            if (!Convert.TryFromBase64Chars(line, bytes.AsSpan(length), out var written))
            {
                throw new FormatException();
            }

            length += written;
        }

        return bytes[..length];
    }
}
