using System.Reflection;
using System.Text.RegularExpressions;
using Functions.Orchestration;
using Microsoft.Extensions.Logging;
using Workflow.Adapters.Graph.People;

namespace Functions.Tests.Settings;

/// <summary>What the alerts of infra/ look for is what the app says.</summary>
public sealed partial class AlertSpecs
{
    private static readonly List<LoggerMessageAttribute> Said = [.. new[] { typeof(Sweep), typeof(GraphPeopleServices) }
        .SelectMany(type => type.Assembly.GetTypes())
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.NonPublic | BindingFlags.Public))
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>())
        .OfType<LoggerMessageAttribute>()];

    public static TheoryData<string, string> Queries => [.. Rules().Matches(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "infra", "modules", "alerts.bicep")))
        .Select(match => (match.Groups["name"].Value, match.Groups["query"].Value))];

    [Fact]
    public void There_are_five_alerts() =>
        Assert.Equal(["orchestration-failed", "dead-letters", "written-overdue", "people-unread", "sweep-missing"], Queries.Select(row => row.Data.Item1));

    [Theory]
    [MemberData(nameof(Queries))]
    public void Alert_listens_to_one_sentence_of_ours(string name, string query)
    {
        Assert.StartsWith("AppTraces", query.Trim(), StringComparison.Ordinal);
        var conditions = Conditions().Matches(query);
        Assert.NotEmpty(conditions);

        var heard = Said.Where(said => conditions.All(condition => Holds(condition, said.Message))).ToList();

        Assert.True(heard.Count == 1, $"{name} hears {heard.Count} sentences.");
        Assert.True(heard[0].Level >= LogLevel.Information, "The worker sends it nowhere.");
    }

    [Theory]
    [MemberData(nameof(Queries))]
    public void Number_in_a_sentence_is_where_the_alert_takes_it_from(string name, string query)
    {
        if (Parsing().Match(query) is not { Success: true } parsing)
            return;

        var sentence = Assert.Single(Said, said => Holds(Conditions().Match(query), said.Message)).Message;

        Assert.Equal(
            $"{parsing.Groups["before"]}{{{parsing.Groups["column"]}}}{parsing.Groups["after"]}",
            sentence[..Math.Min(sentence.Length, sentence.IndexOf('}', StringComparison.Ordinal) + 1 + parsing.Groups["after"].Length)]);
        Assert.Contains($"max({parsing.Groups["column"]})", query, StringComparison.Ordinal);
        Assert.Equal("written-overdue", name);
    }

    private static bool Holds(Match condition, string message) => condition.Groups["how"].Value is "startswith"
        ? message.StartsWith(condition.Groups["what"].Value, StringComparison.OrdinalIgnoreCase)
        : message.Contains(condition.Groups["what"].Value, StringComparison.OrdinalIgnoreCase);

    [GeneratedRegex(@"name: '(?<name>[a-z-]+)'.*?query: '''(?<query>.*?)'''", RegexOptions.Singleline | RegexOptions.ExplicitCapture)]
    private static partial Regex Rules();

    [GeneratedRegex(@"Message (?<how>startswith|has) ""(?<what>[^""]+)""", RegexOptions.ExplicitCapture)]
    private static partial Regex Conditions();

    [GeneratedRegex(@"parse Message with ""(?<before>[^""]+)"" (?<column>\w+): long ""(?<after>[^""]+)"" \*", RegexOptions.ExplicitCapture)]
    private static partial Regex Parsing();
}
