using System.CommandLine;
using Workflow.Core.Records;

namespace LocalHost.Commands;

/// <summary><c>approvals record verify FILE</c>: tells a genuine record from an altered one, offline.</summary>
internal static class RecordCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("FILE") { Description = "The record: the PDF, or its .jws." };
        var keys = new Option<FileInfo?>("--keys")
        {
            Description = "The public keys to trust, as a JWK set (from /.well-known/approvals-keys.json, fetched once over a way you trust). Default: keys/record-signing.jwks.json in the data folder.",
        };
        var data = new Option<string>("--data") { Description = "The data folder, for its keys.", DefaultValueFactory = _ => "data" };
        var verify = new Command("verify", "Tell whether a record is genuine. Exit code 0: genuine, 1: not, 2: could not be checked.") { file, keys, data };
        verify.SetAction((parsed, cancellationToken) => VerifyAsync(
            parsed.GetRequiredValue(file),
            parsed.GetValue(keys) ?? new FileInfo(Path.Combine(parsed.GetRequiredValue(data), "keys", "record-signing.jwks.json")),
            cancellationToken));
        return new Command("record", "Work with records of approvals.") { verify };
    }

    private static async Task<int> VerifyAsync(FileInfo file, FileInfo keyFile, CancellationToken cancellationToken)
    {
        foreach (var needed in new[] { file, keyFile })
        {
            if (!needed.Exists)
            {
                await Console.Error.WriteLineAsync($"There is no file {needed}.");
                return ExitCode.Failed;
            }
        }

        if (file.Length > RecordVerifier.MaxBytes)
        {
            await Console.Error.WriteLineAsync($"{file} is larger than any record ({RecordVerifier.MaxBytes / 1024 / 1024} MB).");
            return ExitCode.No;
        }

        if (!RecordKeys.TryRead(await File.ReadAllBytesAsync(keyFile.FullName, cancellationToken), out var keys, out var problem))
        {
            await Console.Error.WriteLineAsync($"{keyFile}: {problem}");
            return ExitCode.Failed;
        }

        var verification = RecordVerifier.Verify(await File.ReadAllBytesAsync(file.FullName, cancellationToken), keys);
        await Console.Out.WriteLineAsync($"{verification.Verdict}: {verification.Reason}");
        return verification is Verification.Genuine ? ExitCode.Fine : ExitCode.No;
    }
}
