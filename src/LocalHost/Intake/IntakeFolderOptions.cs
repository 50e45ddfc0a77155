using System.ComponentModel.DataAnnotations;

namespace LocalHost.Intake;

/// <summary>Settings of the section <c>Intake</c>.</summary>
internal sealed class IntakeFolderOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Intake";

    /// <summary>The watched folder; made when it is not there. Required.</summary>
    [Required(ErrorMessage = "Intake:Folder must name the folder that is watched for mails.")]
    public string Folder { get; set; } = "";

    /// <summary>How often the folder is looked at, even when nothing hints at a change. Default: 2 seconds.</summary>
    [Range(typeof(TimeSpan), "00:00:00.050", "01:00:00", ErrorMessage = "Intake:Every must be between 50 ms and 1 hour.")]
    public TimeSpan Every { get; set; } = TimeSpan.FromSeconds(2);
}
