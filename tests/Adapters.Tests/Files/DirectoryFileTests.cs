using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using Workflow.Adapters.Files;
using Workflow.Core.People;
using Workflow.Core.Ports;

namespace Adapters.Tests.Files;

public sealed class DirectoryFileTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("directory");
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2027, 8, 2, 10, 0, 0, TimeSpan.Zero));
    private DateTime _written = new(2027, 8, 1, 0, 0, 0, DateTimeKind.Utc);

    public DirectoryFileTests()
    {
        Directory.CreateDirectory(Path.Combine(_folder.FullName, "holidays"));
        File.WriteAllText(
            Path.Combine(_folder.FullName, "holidays", "xx.yaml"),
            "name: X\nsource: {title: A law, address: https://law.example}\nyears: 2027-2028\nholidays: [{name: Feast, on: 08-04}]\n");
    }

    private string Document => Path.Combine(_folder.FullName, "directory.yaml");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Absence_begins_and_ends_by_the_clock()
    {
        Write("absences: [{from: 2027-08-03, until: 2027-08-03}]");
        var directory = Open();

        Assert.Null((await HolderAsync(directory)).Away);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(new DateTimeOffset(2027, 8, 5, 7, 0, 0, TimeSpan.Zero), (await HolderAsync(directory)).Away?.Until);
        _clock.Advance(TimeSpan.FromDays(1));
        Assert.Null((await HolderAsync(directory)).Away);
    }

    [Fact]
    public async Task Absence_entered_later_is_seen()
    {
        Write("active: yes");
        var directory = Open();
        Assert.Null((await HolderAsync(directory)).Away);

        Write("absences: [{from: 2027-08-02, until: 2027-08-02}]");

        Assert.NotNull((await HolderAsync(directory)).Away);
    }

    [Theory]
    [InlineData("al", "active: yes", false)]
    [InlineData("al", "active: no", true)]
    [InlineData("nobody-knows", "active: yes", true)]
    public async Task Somebody_has_left_once_they_are_not_active_or_not_there(string id, string ofAl, bool left)
    {
        Write(ofAl);

        Assert.Equal(left, await Open().HasLeftAsync(id, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Change_that_the_linter_refuses_leaves_the_directory_as_it_was()
    {
        Write("active: yes");
        var directory = Open();
        Write("active: perhaps");

        Assert.Equal("al", (await HolderAsync(directory)).Person.Id);

        Write("external: yes");
        Assert.True((await HolderAsync(directory)).Person.External);
    }

    // Two writes can fall into one tick of the file system's clock, which only a test does.
    private void Write(string ofAl)
    {
        File.WriteAllText(
            Document,
            $$"""
            calendars:
              office: {time-zone: Europe/Paris, days: [monday, tuesday, wednesday, thursday, friday], start: 09:00, end: 18:00, holidays: [xx]}
            people:
              al: {name: Al, email: al@x.example, language: en, calendar: office, {{ofAl}}}
              bo: {name: Bo, email: bo@x.example, language: en, calendar: office}
            productions:
              Show: {legal: al}
            admins: [bo]
            """);
        _written = _written.AddMinutes(1);
        File.SetLastWriteTimeUtc(Document, _written);
    }

    private IDirectory Open() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?> { ["Policies:Folder"] = _folder.FullName }).Build())
        .AddSingleton<TimeProvider>(_clock)
        .Configure<PolicyFilesOptions>(options => options.Policy = Path.Combine(AppContext.BaseDirectory, "policies", "streamer-genai.yaml"))
        .AddPolicyFiles()
        .BuildServiceProvider()
        .GetRequiredService<IDirectory>();

    private static async Task<Candidate> HolderAsync(IDirectory directory) =>
        Assert.Single(Assert.Single(await directory.FindAsync("Show", ["legal"], TestContext.Current.CancellationToken)).Candidates);
}
