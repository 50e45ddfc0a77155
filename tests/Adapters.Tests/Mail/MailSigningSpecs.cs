using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Adapters.Tests.Graph;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using MimeKit;
using MimeKit.Cryptography;
using Workflow.Adapters.Mail;
using Workflow.Core.Ports;

namespace Adapters.Tests.Mail;

public sealed class MailSigningSpecs : IDisposable
{
    private const string Password = "only-for-this-test";
    private static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    private readonly string _folder = Directory.CreateTempSubdirectory("signing").FullName;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Mail_is_signed_so_that_anybody_can_verify_it_and_nobody_can_change_it()
    {
        using var signed = await SendAsync(Certificate(Now.AddDays(-1), Now.AddYears(1)));

        var body = Assert.IsType<MultipartSigned>(signed.Body);
        Assert.Equal("the text", signed.TextBody?.Trim() ?? ((MultipartAlternative)body[0]).TextBody?.Trim());
        using var context = new TemporarySecureMimeContext();
        var signature = Assert.Single(await body.VerifyAsync(context, Cancel));
        Assert.True(signature.Verify(verifySignatureOnly: true));

        ((TextPart)((MultipartAlternative)body[0])[0]).Text = "another text";
        Assert.ThrowsAny<DigitalSignatureVerifyException>(() => body.Verify(context, Cancel).Single().Verify(verifySignatureOnly: true));
    }

    [Fact]
    public async Task Without_a_certificate_mail_leaves_unsigned()
    {
        using var mail = await SendAsync(certificate: null);

        Assert.IsType<MultipartAlternative>(mail.Body);
    }

    [Theory]
    [InlineData("missing")]
    [InlineData("expired")]
    [InlineData("password")]
    [InlineData("keyless")]
    public void Certificate_that_cannot_sign_stops_the_start_by_name(string fault)
    {
        var path = fault switch
        {
            "missing" => Path.Combine(_folder, "none.p12"),
            "expired" => Certificate(Now.AddYears(-2), Now.AddYears(-1)),
            _ => Certificate(Now.AddDays(-1), Now.AddYears(1), withKey: fault != "keyless"),
        };
        using var services = Services(path, fault == "password" ? "wrong" : Password);

        var refusal = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<MailOptions>>().Value);
        Assert.Contains("Mail:Signing:Certificate", refusal.Message, StringComparison.Ordinal);
    }

    private async Task<MimeMessage> SendAsync(string? certificate)
    {
        using var services = Services(certificate, Password);
        await services.GetRequiredService<IMailSender>().SendAsync(
            new OutgoingMail("ask-1@approvals.example", "Ada", "ada@studio.example", "Please decide", "<p>html</p>", "the text", [], "en"), Cancel);
        return await MimeMessage.LoadAsync(Directory.EnumerateFiles(_folder, "*.eml").Single(), Cancel);
    }

    private ServiceProvider Services(string? certificate, string password) => new ServiceCollection()
        .AddLogging()
        .AddSingleton<IMailLog>(new MemoryMailLog())
        .AddSingleton<TimeProvider>(new FakeTimeProvider(Now))
        .AddMail(
            new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
            {
                ["Mail:Signing:Certificate"] = certificate,
                ["Mail:Signing:Password"] = password,
            }).Build(),
            _folder)
        .BuildServiceProvider();

    private string Certificate(DateTimeOffset from, DateTimeOffset to, bool withKey = true)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=Approvals, E=approvals@approvals.example", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(System.Security.Cryptography.X509Certificates.X509KeyUsageFlags.DigitalSignature, critical: true));
        using var certificate = request.CreateSelfSigned(from, to);
        using var bare = X509CertificateLoader.LoadCertificate(certificate.RawData);
        var path = Path.Combine(_folder, "signing.p12");
        File.WriteAllBytes(path, (withKey ? certificate : bare).Export(X509ContentType.Pkcs12, Password));
        return path;
    }
}
