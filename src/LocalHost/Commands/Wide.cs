using Spectre.Console;

namespace LocalHost.Commands;

/// <summary>A log has no edge; a terminal has its own.</summary>
internal static class Wide
{
    private const int LogWidth = 160;

    /// <summary>Gives tables room where nobody's window sets their width.</summary>
    public static void IfRedirected()
    {
        if (Console.IsOutputRedirected)
        {
            AnsiConsole.Profile.Width = LogWidth;
        }
    }
}
