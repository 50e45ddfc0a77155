using Core.Tests.Policies;
using CsCheck;
using Workflow.Core.People;
using Workflow.Core.People.Rosters;
using Workflow.Core.Policies;

namespace Core.Tests.Documents;

public sealed class ReaderFuzzTests
{
    private static readonly string[] Yaml =
        [": ", "- ", "\n", "  ", "[", "]", "{", "}", "&a ", "*a", "!!str ", "rules", "id", "routes", "'", "\"", "|", ">", "#", "%", "?", "\t", "---", "..."];

    private static readonly string[] Marks = ["(", ")", "[", "]", "|", "*", "...", "\u0000", "\n"];

    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.String[0, 300],
        OneOf(Yaml).Array[0, 40].Select(string.Concat));

    [Fact]
    public void Any_text_is_read_without_an_exception() =>
        AnyText.Sample(text =>
        {
            var document = new DocumentText("fuzz.yaml", text);
            _ = PolicyReader.PartsOf(document);
            return PolicyReader.Read(document, []).Problems.Count > 0 && DirectoryReader.Read(document, []).Problems.Count > 0
                && RosterReader.Read(document, []).Problems.Count > 0;
        });

    [Fact]
    public void Damaged_documents_are_read_without_an_exception() =>
        Gen.Select(Gen.Int[0, BuiltIn.Document.Text.Length - 1], Gen.Int[0, 60], AnyText).Sample(
            (at, cut, inserted) =>
            {
                var text = BuiltIn.Document.Text;
                var damaged = text[..at] + inserted + text[Math.Min(text.Length, at + cut)..];
                var reading = PolicyReader.Read(BuiltIn.Document with { Text = damaged }, BuiltIn.Parts);
                return reading.Policy is not null || reading.Problems.Count > 0;
            },
            iter: 300);

    [Fact]
    public void Damaged_directories_are_read_without_an_exception() =>
        Gen.Select(Gen.Int[0, BuiltIn.DirectoryText.Text.Length - 1], Gen.Int[0, 20], AnyText).Sample(
            (at, cut, inserted) =>
            {
                var text = BuiltIn.DirectoryText.Text;
                var damaged = text[..at] + inserted + text[Math.Min(text.Length, at + cut)..];
                var document = BuiltIn.DirectoryText with { Text = damaged };
                var reading = DirectoryReader.Read(document, [.. DirectoryReader.PartsOf(document).Select(BuiltIn.TryLoad).OfType<DocumentText>()]);
                return reading.Directory is not null || reading.Problems.Count > 0;
            },
            iter: 300);

    [Fact]
    public void Damaged_rosters_are_read_without_an_exception() =>
        Gen.Select(Gen.Int[0, BuiltIn.Load("people.yaml").Text.Length - 1], Gen.Int[0, 20], AnyText).Sample(
            (at, cut, inserted) =>
            {
                var roster = BuiltIn.Load("people.yaml");
                var damaged = roster with { Text = roster.Text[..at] + inserted + roster.Text[Math.Min(roster.Text.Length, at + cut)..] };
                var reading = RosterReader.Read(damaged, [.. DirectoryReader.PartsOf(damaged).Select(BuiltIn.TryLoad).OfType<DocumentText>()]);
                return reading.Roster is not null || reading.Problems.Count > 0;
            },
            iter: 300);

    [Fact]
    public void Damaged_holidays_are_read_without_an_exception() =>
        Gen.Select(Gen.Int[0, BuiltIn.Load("holidays/gb.yaml").Text.Length - 1], Gen.Int[0, 4], Gen.OneOf(AnyText, Gen.Int[-9999, 9999].Select(n => $"{n}"))).Sample(
            (at, cut, inserted) =>
            {
                var holidays = BuiltIn.Load("holidays/gb.yaml");
                var damaged = holidays with { Text = holidays.Text[..at] + inserted + holidays.Text[Math.Min(holidays.Text.Length, at + cut)..] };
                _ = DirectoryReader.Read(BuiltIn.DirectoryText, [damaged]);
            },
            iter: 300);

    [Fact]
    public void Damaged_signals_are_read_without_an_exception() =>
        Gen.Select(Gen.Int[0, BuiltIn.Parts[0].Text.Length - 1], OneOf(Marks)).Sample(
            (at, inserted) =>
            {
                var damaged = BuiltIn.Parts[0] with { Text = BuiltIn.Parts[0].Text.Insert(at, inserted) };
                var reading = PolicyReader.Read(BuiltIn.Document, [damaged, .. BuiltIn.Parts.Skip(1)]);
                return reading.Policy is not null || reading.Problems.Count > 0;
            },
            iter: 60);

    private static Gen<string> OneOf(string[] parts) => Gen.Int[0, parts.Length - 1].Select(i => parts[i]);
}
