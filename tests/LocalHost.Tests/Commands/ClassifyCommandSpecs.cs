using LocalHost.Commands;

namespace LocalHost.Tests.Commands;

public sealed class ClassifyCommandSpecs
{
    [Fact]
    public async Task Mail_is_read_as_the_intake_reads_it()
    {
        var (declarations, problem) = await Read("11-written-rejected-celebrity-voice.eml");

        Assert.Null(problem);
        Assert.Equal("Voice of a late singer for the teaser", Assert.Single(declarations).Title);
    }

    [Fact]
    public async Task Form_is_read_with_its_answers()
    {
        var (declarations, problem) = await Read("02-notify-palette.json");

        Assert.Null(problem);
        Assert.Equal(Workflow.Core.Requests.IntendedUse.Ideation, Assert.Single(declarations).Use);
    }

    [Fact]
    public async Task Labelled_lines_are_read_one_by_one()
    {
        var file = await Write(".jsonl", """{"id": "a", "lang": "en", "channel": "form", "subject": "One", "text": "First.", "declared": null, "expect": {"tier": "notify", "findings": []}}""");

        Assert.Equal("One", Assert.Single((await DeclarationInput.ReadAsync(file, TestContext.Current.CancellationToken)).Declarations).Title);
    }

    [Fact]
    public async Task Anything_else_is_plain_text()
    {
        var file = await Write(".txt", "We clone the voice of our lead for the trailer.");

        Assert.Equal("We clone the voice of our lead for the trailer.", Assert.Single((await DeclarationInput.ReadAsync(file, TestContext.Current.CancellationToken)).Declarations).Description);
    }

    [Theory]
    [InlineData("written", ExitCode.Fine)]
    [InlineData("review", ExitCode.No)]
    public async Task Exit_code_says_whether_it_is_above_what_is_fine(string atMost, int expected)
    {
        var file = await Write(".txt", "We clone the voice of our lead for the trailer.");

        Assert.Equal(expected, await ClassifyCommand.Create().Parse([file, "--json", "--at-most", atMost]).InvokeAsync(cancellationToken: TestContext.Current.CancellationToken));
    }

    [Theory]
    [InlineData("{")]
    [InlineData("{\"colour\": \"red\"}")]
    [InlineData("  ")]
    public async Task What_cannot_be_read_is_a_problem(string content) =>
        Assert.NotNull((await DeclarationInput.ReadAsync(await Write(".json", content), TestContext.Current.CancellationToken)).Problem);

    [Fact]
    public async Task Missing_file_is_a_problem() =>
        Assert.NotNull((await DeclarationInput.ReadAsync("nowhere.eml", TestContext.Current.CancellationToken)).Problem);

    private static Task<(IReadOnlyList<Workflow.Core.Requests.Declaration> Declarations, string? Problem)> Read(string sample) =>
        DeclarationInput.ReadAsync(Path.Combine(AppContext.BaseDirectory, "samples", sample), TestContext.Current.CancellationToken);

    private static async Task<string> Write(string extension, string content)
    {
        var file = Path.Combine(Directory.CreateTempSubdirectory("approvals-classify-").FullName, $"input{extension}");
        await File.WriteAllTextAsync(file, content, TestContext.Current.CancellationToken);
        return file;
    }
}
