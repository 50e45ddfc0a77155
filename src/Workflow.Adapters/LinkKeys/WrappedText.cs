using System.Xml.Linq;

namespace Workflow.Adapters.LinkKeys;

/// <summary>A text under a key of its own (AES-256-GCM), and that key wrapped by one in the vault (RSA-OAEP-256).</summary>
/// <param name="Version">Of the vault's key.</param>
/// <param name="Key">The wrapped key.</param>
/// <param name="Nonce">12 bytes.</param>
/// <param name="Content">The encrypted text.</param>
/// <param name="Tag">16 bytes.</param>
internal sealed record WrappedText(string Version, byte[] Key, byte[] Nonce, byte[] Content, byte[] Tag)
{
    private const string Element = "wrapped";

    /// <summary>As it stands in the ring.</summary>
    public XElement ToXml() => new(
        Element,
        new XAttribute("version", Version),
        new XElement("key", Convert.ToBase64String(Key)),
        new XElement("nonce", Convert.ToBase64String(Nonce)),
        new XElement("content", Convert.ToBase64String(Content)),
        new XElement("tag", Convert.ToBase64String(Tag)));

    /// <summary>Out of the ring.</summary>
    /// <exception cref="FormatException">It is none, or was altered.</exception>
    public static WrappedText Of(XElement element) => element.Name == Element && element.Attribute("version") is { Value: var version }
        ? new WrappedText(version, Bytes(element, "key"), Bytes(element, "nonce"), Bytes(element, "content"), Bytes(element, "tag"))
        : throw new FormatException("This is no wrapped text.");

    private static byte[] Bytes(XElement element, string name) =>
        Convert.FromBase64String((string?)element.Element(name) ?? throw new FormatException($"The wrapped text has no {name}."));
}
