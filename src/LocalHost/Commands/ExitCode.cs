namespace LocalHost.Commands;

/// <summary>What the command line tells its caller.</summary>
internal static class ExitCode
{
    /// <summary>Done, and well.</summary>
    public const int Fine = 0;

    /// <summary>Done, and the answer is no: not genuine, refused, not as expected.</summary>
    public const int No = 1;

    /// <summary>Not done: a file or a server could not be used.</summary>
    public const int Failed = 2;
}
