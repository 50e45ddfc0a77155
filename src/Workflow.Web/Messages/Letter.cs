using Workflow.Web.Languages;

namespace Workflow.Web.Messages;

/// <summary>What a message says, part by part. Its HTML and its plain text are both made from it, so they say the same.</summary>
/// <param name="Subject">One line, without the request's id, which every subject starts with.</param>
/// <param name="Parts">In the order in which they are read.</param>
public sealed record Letter(Text Subject, IReadOnlyList<Part> Parts);

/// <summary>A part of a letter.</summary>
public abstract record Part
{
    private Part()
    {
    }

    /// <summary>A paragraph in our words.</summary>
    public sealed record Paragraph(Text Text) : Part;

    /// <summary>A paragraph that few need to read.</summary>
    public sealed record SmallPrint(Text Text) : Part;

    /// <summary>What a person wrote, with its line breaks, or what stands in its place.</summary>
    public sealed record Quote(Text Text) : Part;

    /// <summary>Labels and values.</summary>
    public sealed record Facts(params IReadOnlyList<Fact> Items) : Part;

    /// <summary>A list.</summary>
    public sealed record Bullets(IReadOnlyList<Text> Items) : Part;

    /// <summary>The one thing to do.</summary>
    public sealed record Button(Text Label, Uri Address) : Part;

    /// <summary>Another way to go, less prominent than the button.</summary>
    public sealed record Link(Text Label, Uri Address) : Part;

    /// <summary>A one-time code.</summary>
    public sealed record Code(string Digits) : Part;
}

/// <summary>A label with its value.</summary>
public sealed record Fact(Text Label, Text Value);
