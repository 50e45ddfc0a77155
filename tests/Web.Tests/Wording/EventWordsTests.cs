using System.Collections;
using System.Reflection;
using System.Runtime.CompilerServices;
using Workflow.Core.Approval;
using Workflow.Core.People;
using Workflow.Core.Requests;
using Workflow.Web.Wording;

namespace Web.Tests.Wording;

public sealed class EventWordsTests
{
    private static readonly DateTimeOffset At = new(2026, 11, 18, 14, 0, 0, TimeSpan.Zero);

    public static TheoryData<Type> Events => [.. typeof(Event).GetNestedTypes().Where(t => t.IsSubclassOf(typeof(Event)))];

    public static TheoryData<RetirementReason> Reasons => [.. Enum.GetValues<RetirementReason>()];

    public static TheoryData<Capacity> Capacities => [.. Enum.GetValues<Capacity>()];

    [Theory]
    [MemberData(nameof(Events))]
    public void Every_event_has_words(Type type)
    {
        var words = EventWords.Of((Event)Some(type)!, Request());

        Assert.NotEmpty(words);
        Assert.DoesNotContain("Workflow.Core", words, StringComparison.Ordinal);
    }

    [Fact]
    public void An_ask_names_the_person_the_capacity_and_the_seat()
    {
        var person = new Person("ada", "Ada Ferris", "ada@studio.example", "en", new("Europe/Paris", [], default, default, []));

        var words = EventWords.Of(
            new Event.PersonAsked(1, "legal", new Candidate(person, Capacity.Deputy), new Clock([], At)), Request());

        Assert.Equal("Asked Ada Ferris (deputy) for legal", words);
    }

    [Theory]
    [MemberData(nameof(Reasons))]
    public void Every_reason_to_retire_has_words(RetirementReason reason) => Assert.NotEmpty(EventWords.Because(reason));

    [Theory]
    [MemberData(nameof(Capacities))]
    public void Every_capacity_has_words(Capacity capacity)
    {
        var person = new Person("ada", "Ada Ferris", "ada@studio.example", "en", new("Europe/Paris", [], default, default, []));

        Assert.StartsWith(
            "Asked Ada Ferris",
            EventWords.Of(new Event.PersonAsked(1, "legal", new Candidate(person, capacity), new Clock([], At)), Request()),
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GAI-1/3/ask-1", "put the question to the person of ask 1")]
    [InlineData("GAI-1/3/people-0", "find people for stage 1")]
    [InlineData("GAI-1/9/submitter-RecordReady", "tell the submitter “record ready”")]
    [InlineData("GAI-1/9/approver-2-DelegateDecided", "tell the person of ask 2 “delegate decided”")]
    [InlineData("GAI-1/9/admins-SeatUnfilled-talent-relations", "tell the admins “seat unfilled” (talent-relations)")]
    [InlineData("GAI-1/9/admins-DeliveryFailed-GAI-1/3/record", "tell the admins “delivery failed” (issue the signed record)")]
    public void An_effect_is_read_from_its_key(string key, string words) =>
        Assert.Equal(words, EffectWords.Of(new EffectKey(key)));

    private static RequestState Request() => new()
    {
        Id = RequestId.FromBits(42),
        Version = 1,
        Submission = (Submission)Some(typeof(Submission))!,
        SubmittedBy = Actor.System,
        SubmittedAt = At,
        ChangedAt = At,
        Status = RequestStatus.Deciding,
        StatusSince = At,
    };

    // Some value of any type that events are made of: the first of an enum, one text, one empty list.
    private static object? Some(Type type)
    {
        if (type == typeof(string))
            return "some text";

        if (type == typeof(DateTimeOffset))
            return At;

        if (type == typeof(RequestId))
            return RequestId.FromBits(42);

        if (Nullable.GetUnderlyingType(type) is not null)
            return null;

        if (type.IsGenericType && typeof(IEnumerable).IsAssignableFrom(type))
            return Array.CreateInstance(type.GetGenericArguments()[0], 0);

        if (type.IsEnum || (type.IsValueType && type.Namespace == "System"))
            return RuntimeHelpers.GetUninitializedObject(type);

        if (type == typeof(Declaration))
            return new Declaration { Title = "Smoke plates", Description = "For the pier." };

        var constructor = type.GetConstructors(BindingFlags.Public | BindingFlags.Instance).MaxBy(c => c.GetParameters().Length)!;
        return constructor.Invoke([.. constructor.GetParameters().Select(p => Some(p.ParameterType))]);
    }
}
