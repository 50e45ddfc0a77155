using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Workflow.Adapters.Files;
using Workflow.Core.Ports;

namespace Adapters.Tests.Files;

public sealed class PolicyFilesTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("policies");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Built_in_folder_is_the_default()
    {
        await using var services = Services([]);
        var directory = services.GetRequiredService<IDirectory>();

        Assert.Equal("streamer-genai", services.GetRequiredService<IPolicies>().Current.Stamp.Id);
        Assert.Contains("The Lantern Coast", await directory.ProductionsAsync(TestContext.Current.CancellationToken));
        Assert.NotEmpty(await directory.AdminsAsync(TestContext.Current.CancellationToken));
        Assert.Equal(["legal"], (await directory.FindAsync("The Lantern Coast", ["legal"], TestContext.Current.CancellationToken)).Select(s => s.Role));
    }

    [Fact]
    public void Wrong_documents_stop_the_start_with_the_problems_of_both()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "p.yaml"), "id: x\ncolour: blue\n");
        using var services = Services(new() { ["Policies:Folder"] = _folder.FullName, ["Policies:Policy"] = "p.yaml" });

        var failure = Assert.Throws<OptionsValidationException>(services.GetRequiredService<IStartupValidator>().Validate);

        Assert.Contains(failure.Failures, f => f.StartsWith("Policies: p.yaml(2,1): error: 'colour' is not known here.", StringComparison.Ordinal));
        Assert.Contains(failure.Failures, f => f.Contains("directory.yaml", StringComparison.Ordinal) && f.Contains("cannot be read", StringComparison.Ordinal));
    }

    [Fact]
    public void Signals_outside_the_folder_are_not_read()
    {
        var path = Path.Combine(_folder.FullName, "p.yaml");
        File.WriteAllText(path, "signals: [../../secret.yaml]\n");

        Assert.Contains(PolicyFile.Read(path).Problems, p => p.Message == "The signals document '../../secret.yaml' was not found.");
    }

    [Fact]
    public void File_that_is_not_utf8_is_a_problem()
    {
        var path = Path.Combine(_folder.FullName, "p.yaml");
        File.WriteAllBytes(path, [0x69, 0x64, 0x3A, 0x20, 0xE9]);

        Assert.Equal("The file is not UTF-8.", Assert.Single(PolicyFile.Read(path).Problems).Message);
    }

    private static ServiceProvider Services(Dictionary<string, string?> settings) => new ServiceCollection()
        .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
        .AddPolicyFiles()
        .BuildServiceProvider();
}
