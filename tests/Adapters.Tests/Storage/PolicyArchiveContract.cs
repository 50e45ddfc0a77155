using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Workflow.Adapters.Files;
using Workflow.Core.Classification;
using Workflow.Core.Ports;

namespace Adapters.Tests.Storage;

/// <summary>What every archive of policies must do.</summary>
public abstract class PolicyArchiveContract : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("archive");

    protected PolicyArchiveContract()
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

    /// <summary>A folder of this test's own.</summary>
    protected string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Policy_of_an_earlier_start_is_found_by_its_stamp()
    {
        var old = (await StartAsync()).Current.Stamp;
        Replace();

        var policies = await StartAsync();

        Assert.NotEqual(old, policies.Current.Stamp);
        Assert.Equal(old, policies.Find(old)?.Stamp);
        Assert.Same(policies.Current, policies.Find(policies.Current.Stamp));
    }

    [Fact]
    public async Task Policy_that_another_process_brought_is_found_by_one_that_runs()
    {
        var running = await StartAsync();
        Replace();
        var newer = (await StartAsync()).Current.Stamp;

        Assert.Equal(newer, running.Find(newer)?.Stamp);
    }

    [Fact]
    public async Task Unknown_stamp_finds_no_policy() =>
        Assert.Null((await StartAsync()).Find(new PolicyStamp("streamer-genai", "1", new DateOnly(2025, 11, 11), new string('0', 64))));

    [Theory]
    [InlineData("version", "other version")]
    [InlineData("{", "")]
    public async Task Text_that_was_changed_is_not_taken_for_the_old_one(string what, string by)
    {
        var old = (await StartAsync()).Current.Stamp;
        Replace();
        await RewriteAsync($"{old.Sha256}.json", text => text.Replace(what, by, StringComparison.Ordinal));

        Assert.Null((await StartAsync()).Find(old));
    }

    [Fact]
    public async Task Second_start_keeps_no_second_copy()
    {
        await StartAsync();
        await StartAsync();

        Assert.Equal(1, await CountAsync());
    }

    /// <summary>Adds the archive and what it needs.</summary>
    private protected abstract Task<IEnumerable<KeyValuePair<string, string?>>> AddArchiveAsync(IServiceCollection services);

    /// <summary>Changes a kept text behind the archive's back.</summary>
    private protected abstract Task RewriteAsync(string name, Func<string, string> change);

    /// <summary>How many texts are kept.</summary>
    private protected abstract Task<int> CountAsync();

    private void Replace() => File.AppendAllText(Path.Combine(Policies, "streamer-genai.yaml"), "# A lawyer was here.\n");

    private async Task<IPolicies> StartAsync()
    {
        var services = new ServiceCollection();
        var settings = await AddArchiveAsync(services);
        return services
            .AddSingleton<IConfiguration>(new ConfigurationBuilder()
                .AddInMemoryCollection([.. settings, new("Policies:Folder", Policies)]).Build())
            .AddPolicyFiles()
            .BuildServiceProvider()
            .GetRequiredService<IPolicies>();
    }
}
