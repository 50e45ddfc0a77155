using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Microsoft.Extensions.DependencyInjection;

namespace Workflow.Adapters.LinkKeys;

/// <summary>Encrypts what a key ring is about to keep.</summary>
internal sealed class VaultXmlEncryptor(VaultEnvelope envelope) : IXmlEncryptor
{
    /// <inheritdoc />
    public EncryptedXmlInfo Encrypt(XElement plaintextElement) =>
        new(envelope.Close(plaintextElement.ToString(SaveOptions.DisableFormatting)).ToXml(), typeof(VaultXmlDecryptor));
}

/// <summary>Decrypts what <see cref="VaultXmlEncryptor"/> has encrypted.</summary>
/// <remarks>
/// Rings name this class with its namespace, assembly and assembly version: change one of them, and every link that was
/// ever mailed is unreadable.
/// </remarks>
/// <param name="services">All that Data Protection hands to a decryptor.</param>
internal sealed class VaultXmlDecryptor(IServiceProvider services) : IXmlDecryptor
{
    /// <inheritdoc />
    public XElement Decrypt(XElement encryptedElement) =>
        XElement.Parse(services.GetRequiredService<VaultEnvelope>().Open(WrappedText.Of(encryptedElement)));
}
