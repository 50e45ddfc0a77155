namespace Workflow.Adapters.Mail;

/// <summary>The folder into which mails are written while no mail server is configured.</summary>
internal sealed record OutboxFolder(string Path)
{
    public const string Extension = ".eml";

    public string PathOf(string id) => System.IO.Path.Combine(Path, id + Extension);
}
