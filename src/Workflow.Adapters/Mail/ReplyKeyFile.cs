using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Signing;

namespace Workflow.Adapters.Mail;

/// <summary>Reads the secret of the reply addresses from a file where no setting gives it; made on the first start.</summary>
internal sealed class ReplyKeyFile(string folder) : IPostConfigureOptions<MailOptions>
{
    public void PostConfigure(string? name, MailOptions options)
    {
        if (options.ReplyKey is not null || !options.PlusAddress)
        {
            return;
        }

        var path = Path.Combine(folder, "mail-replies.key");
        if (!File.Exists(path))
        {
            SecretFile.CreateFolder(folder);
            SecretFile.CreateOnce(path, RandomNumberGenerator.GetHexString(64, lowercase: true));
        }

        options.ReplyKey = File.ReadAllText(path).Trim();
    }
}
