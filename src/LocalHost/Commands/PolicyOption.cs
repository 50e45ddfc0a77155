using System.CommandLine;

namespace LocalHost.Commands;

/// <summary>The option that names a policy to judge by.</summary>
internal static class PolicyOption
{
    public static Option<FileInfo> Create() => new("--policy")
    {
        Description = "The policy document. Default: the built-in one.",
        DefaultValueFactory = _ => new FileInfo(Path.Combine(AppContext.BaseDirectory, "policies", "streamer-genai.yaml")),
    };
}
