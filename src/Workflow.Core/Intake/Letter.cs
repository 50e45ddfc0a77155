using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Ports;

namespace Workflow.Core.Intake;

/// <summary>A mail that somebody wrote, with the bytes that it came as.</summary>
/// <param name="Mail">As read.</param>
/// <param name="Raw">As it came.</param>
internal sealed record Letter(IncomingMail Mail, byte[] Raw)
{
    /// <summary>Of the bytes, lower-case hexadecimal.</summary>
    public string Sha256 { get; } = Convert.ToHexStringLower(SHA256.HashData(Raw));

    /// <summary>What tells the same mail handed over twice.</summary>
    public string Key => $"mail:{Mail.SenderAddress}:{Mail.MessageId ?? Sha256}";

    /// <summary>The same, short enough for the id of a command.</summary>
    public string CommandId => $"mail/{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Key)))}";
}
