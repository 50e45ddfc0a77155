using LocalHost.Serving;

namespace LocalHost.Tests.Serving;

public sealed class DataFolderSpecs : IDisposable
{
    private readonly string _parent = Directory.CreateTempSubdirectory("data-folder").FullName;

    private string Data => Path.Combine(_parent, "data");

    public void Dispose() => Directory.Delete(_parent, recursive: true);

    [Fact]
    public void Folder_that_is_held_is_refused_by_name_and_with_the_remedy()
    {
        using var first = DataFolder.Hold(Data);

        var refusal = Assert.Throws<IOException>(() => DataFolder.Hold(Data));

        Assert.Contains(Data, refusal.Message, StringComparison.Ordinal);
        Assert.Contains("--data", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_that_was_let_go_can_be_held_again()
    {
        DataFolder.Hold(Data).Dispose();
        DataFolder.Hold(Data).Dispose();
    }

    [Fact]
    public void New_folder_is_closed_to_other_users()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("Windows has no modes.");
            return;
        }

        DataFolder.Hold(Data).Dispose();

        const UnixFileMode others = UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;
        Assert.Equal(UnixFileMode.None, File.GetUnixFileMode(Data) & others);
    }
}
