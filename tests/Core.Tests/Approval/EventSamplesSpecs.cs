using Workflow.Core.Approval;
using Workflow.Core.Records;

namespace Core.Tests.Approval;

/// <summary>
/// Every event as it was stored by every released version, kept in <c>EventSamples/</c>. A sample is never edited: when
/// a shape changes, its version goes up, an upcaster lifts the old one, and a new sample joins.
/// </summary>
public class EventSamplesSpecs
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Approval", "EventSamples");

    public static TheoryData<string> Samples => [.. Directory.EnumerateFiles(Folder).Select(f => Path.GetFileNameWithoutExtension(f)!)];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Stored_event_of_every_released_version_is_read(string sample)
    {
        var (type, version) = (sample.Split('.')[0], int.Parse(sample.Split(".v")[1], null));
        var json = File.ReadAllText(Path.Combine(Folder, sample + ".json")).TrimEnd('\n');
        var happened = EventCodec.Decode(new StoredEvent(1, type, version, json, ""));
        var again = EventCodec.Encode(Sample.Id, happened, null);
        Assert.Equal(type, again.Type);
        if (again.Version == version)
        {
            Assert.Equal(json, again.Json);
        }
    }

    [Fact]
    public void Every_event_has_a_sample_of_its_current_version()
    {
        var names = Samples.Select(s => s.Data.Split('.')[0]).ToHashSet();
        Assert.Empty(EventCodec.TypeNames.Except(names));
    }
}
