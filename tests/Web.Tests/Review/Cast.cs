using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.People;
using Workflow.Core.Policies;
using Workflow.Core.Requests;

namespace Web.Tests.Review;

/// <summary>The people and papers that the tests of review pages and mails speak of.</summary>
internal static class Cast
{
    public static readonly DateTimeOffset Monday = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    public static readonly Person Ada = Person("ada", "Ada Okafor", "Europe/Paris");
    public static readonly Person Bob = Person("bob", "Bob Lindqvist", "America/Los_Angeles");
    public static readonly Person Cleo = Person("cleo", "Cleo Marsh", "Europe/London");
    public static readonly Person Root = Person("root", "Root Keeper", "UTC");

    public static readonly Submitter Sam = new("Sam Ferreira", "sam@crew.example", "en");

    public const string Description =
        "We would like to clone the voice of the lead for two lines that were lost in the wind.\nThe <b>new</b> lines are in scene 14, as scripted.";

    public static readonly Attachment Script = new("scene 14\u202Etxt.exe", "text/html", 14_336, new string('a', 64));

    public static Declaration Declaration => new()
    {
        Production = "The Lantern Coast",
        Title = "Two lost lines & a <voice>",
        Description = Description,
        Tools = [new Tool("Vocalis", "Vocalis Labs", "Personal", "may train on uploads")],
        Inputs = "Clean takes of the lead.",
        InputKinds = [InputKind.PerformerMaterial],
        Outputs = "Two lines of dialogue.",
        Use = IntendedUse.Performance,
        FinalDeliverable = Answer.Yes,
        PeopleDepicted = ["Mara Quill (lead)"],
        Principles = new PrincipleAnswers(Answer.Yes, Answer.No, Answer.Unsure, Answer.No, Answer.No),
        Territory = "Worldwide",
        Attachments = [Script],
    };

    public static Submission Submission(Declaration? declaration = null) =>
        new(declaration ?? Declaration, Sam, Channel.Form, "form:1", "f1");

    public static Assessment Assessment(Tier tier) => new(
        new PolicyStamp("streamer-genai", "1.0", new DateOnly(2025, 11, 11), "00"),
        "1",
        tier,
        [
            new Finding(FindingCode.DigitalReplica, "replica-voice", "Talent: digital replica", Tier.Written, [Span("description", Description, "clone the voice"), Span("description", Description, "voice of the lead")]),
            new Finding(FindingCode.InsecureTool, "plan-personal", "Confidentiality", Tier.Review, [Span("tools[0].plan", "Personal", "Personal"), new Evidence("p2", "no")]),
        ],
        [new Doubt("The submitter is unsure whether the tool is enterprise-secured.", "unsure-p3", "Principle 3", Tier.Review, [new Evidence("p3", "unsure")])],
        Route(tier));

    public static Route Route(Tier tier) => new(
        tier.ToString(),
        [
            new Stage(
                "Judgement",
                tier == Tier.Written ? [new Seat("creative", "Creative"), new Seat("legal", "Legal")] : [new Seat("creative", "Creative")],
                tier == Tier.Written ? 2 : 1,
                TimeSpan.FromHours(16),
                [0.5],
                [Capacity.Deputy],
                tier == Tier.Notify ? OnTimeout.Acknowledge : OnTimeout.Expire,
                [DecisionKind.Reject]),
        ],
        new Terms(TimeSpan.FromHours(24), [0.5], TimeSpan.FromHours(40), TimeSpan.FromDays(180), SecondStep: tier == Tier.Written, Office("Europe/London")));

    public static IReadOnlyList<Staffing> Staffing { get; } =
    [
        new Staffing("creative", [new Candidate(Ada, Capacity.Holder), new Candidate(Cleo, Capacity.Deputy)]),
        new Staffing("legal", [new Candidate(Bob, Capacity.Holder)]),
    ];

    /// <summary>The same people, who read this language.</summary>
    public static IReadOnlyList<Staffing> StaffingIn(string language) =>
        [.. Staffing.Select(s => s with { Candidates = [.. s.Candidates.Select(c => c with { Person = c.Person with { Language = language } })] })];

    private static Evidence Span(string field, string text, string quote) =>
        new(field, quote, text.IndexOf(quote, StringComparison.Ordinal));

    private static Person Person(string id, string name, string zone) => new(id, name, $"{id}@studio.example", "en", Office(zone));

    private static BusinessCalendar Office(string zone) => new(
        zone,
        [DayOfWeek.Monday, DayOfWeek.Tuesday, DayOfWeek.Wednesday, DayOfWeek.Thursday, DayOfWeek.Friday],
        new TimeOnly(9, 0),
        new TimeOnly(17, 0),
        []);
}
