using System.Security.Cryptography;
using Workflow.Adapters.Signing;

namespace Workflow.Adapters.Mail;

/// <summary>Keeps the secret of the reply addresses in a file, for where no setting gives it. Made at its first use.</summary>
internal sealed class ReplyKeyFile(string folder)
{
    /// <summary>The secret.</summary>
    public string Read()
    {
        var path = Path.Combine(folder, "mail-replies.key");
        if (!File.Exists(path))
        {
            SecretFile.CreateFolder(folder);
            SecretFile.CreateOnce(path, RandomNumberGenerator.GetHexString(64, lowercase: true));
        }

        return File.ReadAllText(path).Trim();
    }
}
