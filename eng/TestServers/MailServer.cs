using System.Diagnostics;

namespace TestServers;

/// <summary>
/// Dovecot and an SMTP server in front of its maildirs, on free loopback ports, with every mailbox there is and one
/// password. Both are plain processes that can be killed and started again over the same mails.
/// </summary>
internal sealed class MailServer : IAsyncDisposable
{
    public const string Password = "open-sesame";

    private static readonly string[] Parts = ["base", "state", "mails"];
    private static readonly string[] Mailed = ["new", "cur"];

    private readonly string _folder = Directory.CreateTempSubdirectory("approvals-mail-").FullName;
    private readonly int[] _ports = Loopback.FreePorts(2);
    private Process? _smtp;

    private MailServer()
    {
    }

    public int Imap => _ports[0];

    public int Smtp => _ports[1];

    /// <summary>Where the mails of all mailboxes lie.</summary>
    public string Mails => Path.Combine(_folder, "mails");

    /// <summary>Why it cannot be started here; null when it can.</summary>
    public static string? Missing =>
        !File.Exists("/usr/sbin/dovecot") ? "Dovecot is not installed: run .ci/setup."
        : Script is null ? "The SMTP server is not installed: run .ci/setup, or npm ci in eng/."
        : null;

    private static bool IsRoot => Environment.UserName == "root";

    private static string? Script => Ancestors().Select(folder => Path.Combine(folder, "eng"))
        .Where(eng => File.Exists(Path.Combine(eng, "node_modules", "smtp-server", "package.json")))
        .Select(eng => Path.Combine(eng, "TestServers", "smtp.mjs")).FirstOrDefault();

    /// <summary>Starts both.</summary>
    public static async Task<MailServer> StartAsync(CancellationToken cancellationToken)
    {
        var server = new MailServer();
        await server.PrepareAsync(cancellationToken);
        await server.StartImapAsync(cancellationToken);
        server._smtp = Run("node", Script!, $"{server.Smtp}", server.Mails);
        await Loopback.WhenListeningAsync(server.Smtp, server._smtp, cancellationToken);
        return server;
    }

    public async Task StartImapAsync(CancellationToken cancellationToken)
    {
        var config = Path.Combine(_folder, "dovecot.conf");
        using var start = IsRoot
            ? Run("setpriv", "--reuid", "nobody", "--regid", "nogroup", "--clear-groups", "/usr/sbin/dovecot", "-c", config)
            : Run("/usr/sbin/dovecot", "-c", config);
        await start.WaitForExitAsync(cancellationToken);
        if (start.ExitCode != 0) throw new InvalidOperationException($"Dovecot ended with {start.ExitCode}: {Log()}");
        await Loopback.WhenListeningAsync(Imap, server: null, cancellationToken);
    }

    /// <summary>Kills the IMAP server and everybody's connection with it, as a crash would.</summary>
    public async Task KillImapAsync(CancellationToken cancellationToken)
    {
        var file = Path.Combine(_folder, "base", "master.pid");
        if (!File.Exists(file)) return;

        using var master = Process.GetProcessById(int.Parse((await File.ReadAllTextAsync(file, cancellationToken)).Trim(), null));
        master.Kill(entireProcessTree: true);
        await master.WaitForExitAsync(cancellationToken);
        File.Delete(file);
    }

    /// <summary>A folder of a mailbox as it lies on the disk: its mails, whether seen or not.</summary>
    public IReadOnlyList<string> FilesOf(string mailbox, string folder = "")
    {
        var path = Path.Combine(Mails, mailbox, folder.Length == 0 ? "" : $".{folder}");
        return [.. Mailed.Select(part => Path.Combine(path, part)).Where(Directory.Exists).SelectMany(Directory.EnumerateFiles)];
    }

    public async ValueTask DisposeAsync()
    {
        if (_smtp is not null)
        {
            _smtp.Kill(entireProcessTree: true);
            _smtp.Dispose();
        }

        await KillImapAsync(CancellationToken.None);
        Directory.Delete(_folder, recursive: true);
    }

    private async Task PrepareAsync(CancellationToken cancellationToken)
    {
        foreach (var part in Parts) Directory.CreateDirectory(Path.Combine(_folder, part));
        var (user, group) = IsRoot ? ("nobody", "nogroup") : (Environment.UserName, await GroupAsync(cancellationToken));
        await File.WriteAllTextAsync(
            Path.Combine(_folder, "dovecot.conf"),
            $$"""
            base_dir = {{_folder}}/base
            state_dir = {{_folder}}/state
            log_path = {{_folder}}/log
            protocols = imap
            listen = 127.0.0.1
            ssl = no
            disable_plaintext_auth = no
            default_internal_user = {{user}}
            default_login_user = {{user}}
            default_internal_group = {{group}}
            first_valid_uid = 1
            first_valid_gid = 1
            mail_location = maildir:{{_folder}}/mails/%u
            mailbox_idle_check_interval = 1 secs
            auth_failure_delay = 0 secs
            passdb {
              driver = static
              args = password={{Password}}
            }
            userdb {
              driver = static
              args = uid={{user}} gid={{group}} home={{_folder}}/mails/%u
            }
            namespace inbox {
              inbox = yes
            }
            service imap-login {
              chroot =
              inet_listener imap {
                port = {{Imap}}
              }
              inet_listener imaps {
                port = 0
              }
            }
            service anvil {
              chroot =
            }
            service stats {
              chroot =
            }
            """,
            cancellationToken);
        if (IsRoot)
        {
            using var own = Run("chown", "-R", "nobody:nogroup", _folder);
            await own.WaitForExitAsync(cancellationToken);
            using var open = Run("chmod", "755", _folder);
            await open.WaitForExitAsync(cancellationToken);
        }
    }

    private static async Task<string> GroupAsync(CancellationToken cancellationToken)
    {
        using var id = Run("id", "-gn");
        return (await id.StandardOutput.ReadToEndAsync(cancellationToken)).Trim();
    }

    private string Log()
    {
        var file = Path.Combine(_folder, "log");
        return File.Exists(file) ? File.ReadAllText(file) : "no log";
    }

    private static Process Run(string program, params string[] arguments) =>
        Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardOutput = program == "id" })
        ?? throw new InvalidOperationException($"{program} did not start.");

    private static IEnumerable<string> Ancestors()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            yield return folder.FullName;
    }
}
