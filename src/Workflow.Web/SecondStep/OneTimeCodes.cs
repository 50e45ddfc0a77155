using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflow.Core.Ports;
using Workflow.Web.Links;

namespace Workflow.Web.SecondStep;

/// <summary>
/// The one-time codes that prove a person still reads the mailbox that an ask's link went to: six digits, good for
/// <see cref="Validity"/> and <see cref="MaxAttempts"/> attempts, used up by the first right one, replaced by the next.
/// </summary>
public sealed class OneTimeCodes(ICodeStore store, TimeProvider clock)
{
    /// <summary>How long a code is good.</summary>
    public static readonly TimeSpan Validity = TimeSpan.FromMinutes(10);

    /// <summary>
    /// How long a person waits for the next one, so that nobody floods a mailbox or buys attempts with new codes. Whoever
    /// has used the last one waits for nothing: consents are checked and the decision follows at once.
    /// </summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    /// <summary>Tries that a code stands.</summary>
    public const int MaxAttempts = 5;

    private const int Digits = 6;
    private const int Iterations = 100_000;

    /// <summary>Makes a code for the person behind a link, in place of an earlier one.</summary>
    /// <returns>The code to mail, or null while the last one is younger than <see cref="Pause"/>.</returns>
    public async Task<string?> IssueAsync(AskLink link, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        if (!await StartPauseAsync(link, now, cancellationToken))
        {
            return null;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", CultureInfo.InvariantCulture);
        await store.SaveAsync(Purpose(link), Hash(link, code), now + Validity, cancellationToken);
        return code;
    }

    /// <summary>Tries a code as typed; spaces and hyphens in it do not matter. A right one is used up by it.</summary>
    public async Task<CodeResult> TryAsync(AskLink link, string typed, CancellationToken cancellationToken)
    {
        var code = string.Concat(typed.Where(c => !char.IsWhiteSpace(c) && c != '-'));
        if (code.Length != Digits || !code.All(char.IsAsciiDigit))
        {
            // What cannot be a code does not cost an attempt.
            return CodeResult.Wrong;
        }

        var now = clock.GetUtcNow();
        var result = await store.TryAsync(Purpose(link), Hash(link, code), now, MaxAttempts, cancellationToken);
        if (result == CodeResult.Right)
        {
            await PauseAsync(link, now, cancellationToken);
        }

        return result;
    }

    // The pause is kept as a code of its own that nobody can hit: a try says Wrong while it stands and Spent after it.
    private async Task<bool> StartPauseAsync(AskLink link, DateTimeOffset now, CancellationToken cancellationToken)
    {
        if (await store.TryAsync(PauseOf(link), "never", now, int.MaxValue, cancellationToken) != CodeResult.Spent)
        {
            return false;
        }

        await PauseAsync(link, now + Pause, cancellationToken);
        return true;
    }

    private Task PauseAsync(AskLink link, DateTimeOffset until, CancellationToken cancellationToken) =>
        store.SaveAsync(PauseOf(link), "pause", until, cancellationToken);

    private static string PauseOf(AskLink link) => Purpose(link) + "/pause";

    private static string Purpose(AskLink link) =>
        string.Create(CultureInfo.InvariantCulture, $"decide/{link.Request}/{link.Ask}/{link.PersonId}");

    // A million codes are hashed in no time, so the hash is a slow one and bound to its purpose: whoever reads the
    // store cannot turn it back into the code while the code is good.
    private static string Hash(AskLink link, string code) => Convert.ToHexStringLower(Rfc2898DeriveBytes.Pbkdf2(
        code, Encoding.UTF8.GetBytes("Approvals.OneTimeCode.v1\n" + Purpose(link)), Iterations, HashAlgorithmName.SHA256, outputLength: 32));
}
