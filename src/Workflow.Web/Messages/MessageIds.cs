using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Workflow.Web.Messages;

/// <summary>
/// Message-IDs without angle brackets. They are derived, not drawn: a mail sent again after a crash carries the same
/// id and the receiver drops it.
/// </summary>
public static class MessageIds
{
    /// <summary>The id of the mail that an effect sends to one address.</summary>
    public static string For(EffectKey effect, string address, string host) => Derive($"mail\n{effect}\n{address}", host);

    /// <summary>
    /// What all mails about one request to one address refer to, so that mail programs show them as one thread.
    /// No mail carries it as its own id: programs thread by a common reference whether they have seen it or not.
    /// </summary>
    public static string Thread(RequestId request, string address, string host) => Derive($"thread\n{request}\n{address}", host);

    /// <summary>The id of the digest of a kind to an address on a day.</summary>
    public static string Digest(string kind, DateOnly day, string address, string host) =>
        Derive(string.Create(CultureInfo.InvariantCulture, $"digest\n{kind}\n{day:yyyy-MM-dd}\n{address}"), host);

    private static string Derive(string name, string host) =>
        $"{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..40]}@{host}";
}
