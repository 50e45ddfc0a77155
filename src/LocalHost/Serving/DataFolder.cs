namespace LocalHost.Serving;

/// <summary>
/// The data folder, held by one process. A second one on the same folder would send mails twice and sweep away what
/// the first is writing, so it does not start. The system lets go of the lock however the process ends.
/// </summary>
internal sealed class DataFolder : IDisposable
{
    private readonly FileStream _lock;

    private DataFolder(FileStream held) => _lock = held;

    /// <summary>Makes the folder if it is missing, and holds it until disposed.</summary>
    /// <exception cref="IOException">Another process holds it, or it cannot be written; the message says which.</exception>
    /// <exception cref="UnauthorizedAccessException">This user may not write there.</exception>
    public static DataFolder Hold(string path)
    {
        Make(path);
        try
        {
            return new DataFolder(new FileStream(Path.Combine(path, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException e) when (IsHeld(e))
        {
            throw new IOException(
                $"Another process is running on the data folder {path}. Stop it first, or name another folder (--data, or the setting Storage:Path).", e);
        }
    }

    public void Dispose() => _lock.Dispose();

    // Declarations, mails and links lie in it: no other user of the machine may enter. One that is there stays as it is.
    private static void Make(string path)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(path);
        }
        else
        {
            Directory.CreateDirectory(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    // EWOULDBLOCK of Linux and of macOS, and the sharing violation of Windows.
    private static bool IsHeld(IOException e) => e.HResult is 11 or 35 or unchecked((int)0x80070020);
}
