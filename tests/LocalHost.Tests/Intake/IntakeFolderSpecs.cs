using LocalHost.Intake;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Intake;
using Workflow.Core.Requests;

namespace LocalHost.Tests.Intake;

public sealed class IntakeFolderSpecs : IDisposable
{
    private static readonly RequestId Id = RequestId.FromBits(7);

    private readonly string _folder = Directory.CreateTempSubdirectory("intake").FullName;
    private readonly FakeTimeProvider _time = new();
    private readonly List<string> _taken = [];
    private Func<MailIntakeResult> _result = () => new MailIntakeResult.Accepted(Id, true, []);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    public static TheoryData<MailIntakeResult, string, string> Fates => new()
    {
        { new MailIntakeResult.Accepted(Id, true, []), "done", $"Taken in as {Id}." },
        { new MailIntakeResult.Accepted(Id, true, ["p1", "use"]), "done", "p1, use" },
        { new MailIntakeResult.Accepted(Id, false, []), "done", $"Had been taken in before, as {Id}." },
        { new MailIntakeResult.Quarantined("dmarc=fail"), "quarantined", "dmarc=fail" },
        { new MailIntakeResult.Refused("No author.", "Name one."), "rejected", "No author. Name one." },
    };

    [Theory]
    [MemberData(nameof(Fates))]
    public async Task Mail_goes_where_its_fate_belongs_with_the_reason_beside_it(MailIntakeResult result, string folder, string reason)
    {
        _result = () => result;
        Drop("a.eml", "mail");
        await LookTwiceAsync();

        Assert.Equal("mail", await File.ReadAllTextAsync(In(folder, "a.eml"), Ct));
        Assert.Contains(reason, await File.ReadAllTextAsync(In(folder, "a.reason.txt"), Ct), StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder));
    }

    [Fact]
    public async Task File_that_still_grows_is_left_alone()
    {
        using var folder = Folder();
        Drop("a.eml", "ma");
        await folder.LookAsync(Ct);
        Drop("a.eml", "mail");
        await folder.LookAsync(Ct);
        Assert.Empty(_taken);

        await folder.LookAsync(Ct);
        Assert.Equal(["mail"], _taken);
    }

    [Fact]
    public async Task Second_mail_of_the_same_name_does_not_replace_the_first()
    {
        Drop("a.eml", "one");
        await LookTwiceAsync();
        Drop("a.eml", "two");
        await LookTwiceAsync();

        Assert.Equal("one", await File.ReadAllTextAsync(In("done", "a.eml"), Ct));
        Assert.Equal("two", await File.ReadAllTextAsync(In("done", "a-2.eml"), Ct));
        Assert.True(File.Exists(In("done", "a-2.reason.txt")));
    }

    [Fact]
    public async Task Mail_that_cannot_be_taken_in_now_stays_and_is_tried_again()
    {
        using var folder = Folder();
        _result = () => throw new IOException("disk full");
        Drop("a.eml", "mail");
        await folder.LookAsync(Ct);
        await folder.LookAsync(Ct);
        await folder.LookAsync(Ct);
        Assert.Single(_taken);
        Assert.True(File.Exists(Path.Combine(_folder, "a.eml")));

        _result = () => new MailIntakeResult.Accepted(Id, true, []);
        _time.Advance(TimeSpan.FromMinutes(1));
        await folder.LookAsync(Ct);
        Assert.True(File.Exists(In("done", "a.eml")));
    }

    [Fact]
    public async Task Other_files_are_left_alone()
    {
        Drop("a.txt", "x");
        await LookTwiceAsync();
        Assert.Empty(_taken);
    }

    [Fact]
    public async Task Service_takes_in_what_is_dropped_while_it_runs()
    {
        var taken = new TaskCompletionSource();
        _result = () =>
        {
            taken.TrySetResult();
            return new MailIntakeResult.Accepted(Id, true, []);
        };
        using var folder = new IntakeFolder(
            new IntakeFolderOptions { Folder = Path.Combine(_folder, "new"), Every = TimeSpan.FromMilliseconds(50) }, TakeAsync, TimeProvider.System, NullLogger<IntakeFolder>.Instance);
        await folder.StartAsync(Ct);
        Directory.CreateDirectory(Path.Combine(_folder, "new"));
        Drop("new/a.eml", "mail");

        await taken.Task.WaitAsync(TimeSpan.FromSeconds(30), Ct);
        await folder.StopAsync(Ct);
    }

    private async Task LookTwiceAsync()
    {
        using var folder = Folder();
        await folder.LookAsync(Ct);
        await folder.LookAsync(Ct);
    }

    private IntakeFolder Folder() => new(new IntakeFolderOptions { Folder = _folder }, TakeAsync, _time, NullLogger<IntakeFolder>.Instance);

    private async Task<MailIntakeResult> TakeAsync(Stream raw, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(raw);
        _taken.Add(await reader.ReadToEndAsync(cancellationToken));
        return _result();
    }

    private void Drop(string name, string content) => File.WriteAllText(Path.Combine(_folder, name), content);

    private string In(string folder, string name) => Path.Combine(_folder, folder, name);
}
