using System.Numerics;

namespace TeamsPackage;

/// <summary>Draws the app's sign, a tick within a ring, in the two ways that Teams asks for.</summary>
internal static class Icons
{
    /// <summary>The product's colour, behind the sign and in the manifest.</summary>
    public static Rgb Accent { get; } = new(0x0F, 0x4C, 0x5C);

    private static readonly Rgb White = new(0xFF, 0xFF, 0xFF);

    // In units of the sign's own square, which reaches from -1 to 1; y grows downwards.
    private static readonly Vector2[] Tick = [new(-0.42f, 0.02f), new(-0.12f, 0.34f), new(0.44f, -0.32f)];
    private const float Ring = 0.82f;
    private const float HalfStroke = 0.09f;

    /// <summary>192 by 192 pixels, full colour, the sign in the middle half, which Teams never crops.</summary>
    public static byte[] Color() => Png.Of(192, Coverage(192, share: 0.5f), c => (Accent.Towards(White, c), byte.MaxValue));

    /// <summary>32 by 32 pixels, white on nothing.</summary>
    public static byte[] Outline() => Png.Of(32, Coverage(32, share: 0.94f), c => (White, c));

    /// <summary>How much of each pixel the sign covers, 0 to 255, row by row.</summary>
    private static byte[] Coverage(int side, float share)
    {
        var pixels = new byte[side * side];
        var unit = side * share / 2;
        for (var i = 0; i < pixels.Length; i++)
        {
            var middle = new Vector2((i % side) + 0.5f, (i / side) + 0.5f);
            var point = (middle - new Vector2(side / 2f)) / unit;
            // The distance to the edge in pixels, plus half a pixel, is the covered part: a smooth edge.
            var covered = ((HalfStroke - Distance(point)) * unit) + 0.5f;
            pixels[i] = (byte)(Math.Clamp(covered, 0, 1) * byte.MaxValue);
        }

        return pixels;
    }

    private static float Distance(Vector2 point) =>
        Math.Min(
            Math.Abs(point.Length() - Ring),
            Math.Min(ToSegment(point, Tick[0], Tick[1]), ToSegment(point, Tick[1], Tick[2])));

    private static float ToSegment(Vector2 point, Vector2 from, Vector2 to)
    {
        var along = Math.Clamp(Vector2.Dot(point - from, to - from) / (to - from).LengthSquared(), 0, 1);
        return Vector2.Distance(point, Vector2.Lerp(from, to, along));
    }
}

/// <summary>A colour.</summary>
internal readonly record struct Rgb(byte Red, byte Green, byte Blue)
{
    /// <summary>This colour with a part, 0 to 255, of another.</summary>
    public Rgb Towards(Rgb other, byte part) => new(Mix(Red, other.Red, part), Mix(Green, other.Green, part), Mix(Blue, other.Blue, part));

    /// <summary>As HTML writes it.</summary>
    public override string ToString() => $"#{Red:X2}{Green:X2}{Blue:X2}";

    private static byte Mix(byte from, byte to, byte part) => (byte)(from + ((to - from) * part / byte.MaxValue));
}
