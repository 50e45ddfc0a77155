using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Files;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Adapters.Tests.Files;

public sealed class PolicyArchiveTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive");

    public PolicyArchiveTests()
    {
        Directory.CreateDirectory(Policies);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "policies"), "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(Policies, Path.GetRelativePath(Path.Combine(AppContext.BaseDirectory, "policies"), file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
        }
    }

    private string Policies => Path.Combine(_folder.FullName, "policies");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Policy_of_an_earlier_start_is_found_by_its_stamp()
    {
        var old = Start().Current.Stamp;
        Replace();

        var policies = Start();

        Assert.NotEqual(old, policies.Current.Stamp);
        Assert.Equal(old, policies.Find(old)?.Stamp);
        Assert.Same(policies.Current, policies.Find(policies.Current.Stamp));
    }

    [Fact]
    public void Unknown_stamp_finds_no_policy() =>
        Assert.Null(Start().Find(new PolicyStamp("streamer-genai", "1", new DateOnly(2025, 11, 11), new string('0', 64))));

    [Theory]
    [InlineData("version", "other version")]
    [InlineData("{", "")]
    public void Text_that_was_changed_is_not_taken_for_the_old_one(string what, string by)
    {
        var old = Start().Current.Stamp;
        Replace();
        var kept = Path.Combine(Data, "policies", $"{old.Sha256}.json");
        File.WriteAllText(kept, File.ReadAllText(kept).Replace(what, by, StringComparison.Ordinal));

        Assert.Null(Start().Find(old));
    }

    [Fact]
    public void Second_start_keeps_no_second_copy()
    {
        Start();
        Start();

        Assert.Single(Directory.EnumerateFiles(Path.Combine(Data, "policies")));
    }

    private void Replace() => File.AppendAllText(Path.Combine(Policies, "streamer-genai.yaml"), "# A lawyer was here.\n");

    private IPolicies Start() => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Policies:Folder"] = Policies,
            ["Storage:Path"] = Data,
        }).Build())
        .AddPolicyFiles()
        .AddPolicyArchive()
        .BuildServiceProvider()
        .GetRequiredService<IPolicies>();
}
