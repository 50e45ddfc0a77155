using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.Options;
using MimeKit;
using MimeKit.Cryptography;

namespace Workflow.Adapters.Mail;

/// <summary>Signs mails (S/MIME, RFC 8551) with the certificate of the settings, or leaves them as they are where there is none.</summary>
internal sealed class MailSigner(IOptions<MailOptions> options) : IDisposable
{
    private readonly Lazy<X509Certificate2?> _certificate = new(() => Load(options.Value.Signing));

    /// <summary>The same entity, within a detached signature that every mail program can do without.</summary>
    public MimeEntity Sign(MimeEntity entity)
    {
        if (_certificate.Value is not { } certificate) return entity;

        // Keeps no keys and trusts nobody: it only signs.
        using var context = new TemporarySecureMimeContext();
        return MultipartSigned.Create(context, new CmsSigner(certificate) { DigestAlgorithm = DigestAlgorithm.Sha256 }, entity);
    }

    public void Dispose()
    {
        if (_certificate.IsValueCreated) _certificate.Value?.Dispose();
    }

    /// <summary>Why nothing can be signed with these settings; null when it can, or need not.</summary>
    public static string? Problem(SigningOptions signing, DateTimeOffset now)
    {
        try
        {
            using var certificate = Load(signing);
            return certificate switch
            {
                null => null,
                { HasPrivateKey: false } => "Mail:Signing:Certificate must hold a private key.",
                _ when certificate.NotBefore > now.LocalDateTime || certificate.NotAfter <= now.LocalDateTime =>
                    $"Mail:Signing:Certificate is valid from {certificate.NotBefore.ToUniversalTime():yyyy-MM-dd} to {certificate.NotAfter.ToUniversalTime():yyyy-MM-dd} and not now: renew it.",
                _ => null,
            };
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            return "Mail:Signing:Certificate must name a readable PKCS#12 file that Mail:Signing:Password opens.";
        }
    }

    private static X509Certificate2? Load(SigningOptions signing) => string.IsNullOrWhiteSpace(signing.Certificate)
        ? null
        : X509CertificateLoader.LoadPkcs12FromFile(signing.Certificate, signing.Password, X509KeyStorageFlags.Exportable);
}
