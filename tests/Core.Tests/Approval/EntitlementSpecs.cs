using Workflow.Core.Approval;
using Workflow.Core.Classification;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

public class EntitlementSpecs
{
    private static string? Of(Func<Submission, Submission> change)
    {
        var state = Story.Submitted().State!;
        return Entitlement.Of(state with { Submission = change(state.Submission) }, Sample.Ada) is { } reason ? FormattableString.Invariant(reason) : null;
    }

    private static string? Depicting(string text) => Of(s => s with { Declaration = s.Declaration with { PeopleDepicted = ["Somebody", text] } });

    [Fact]
    public void Person_without_an_interest_may_decide() => Assert.Null(Of(s => s));

    [Theory]
    [InlineData("Somebody", "ADA@studio.example")]
    [InlineData("ada person", "elsewhere@crew.example")]
    public void Submitter_may_not_decide(string name, string email) =>
        Assert.Equal(
            "You submitted this request yourself, so somebody else has to decide it.", Of(s => s with { Submitter = new Submitter(name, email, "en") }));

    [Fact]
    public void Whoever_gains_may_not_decide() =>
        Assert.Equal(
            "The declaration names you as somebody who gains from this use, so somebody else has to decide it.",
            Of(s => s with { Declaration = s.Declaration with { Beneficiaries = ["Sketch Ltd", "Ada Person (Sketch Ltd)"] } }));

    [Theory]
    [InlineData("Ada Person")]
    [InlineData(" ada\t person ")]
    [InlineData("Ada Person (the pilot)")]
    [InlineData("Ada Person, pilot")]
    [InlineData("Ada Person <ada@elsewhere.example>")]
    [InlineData("the voice of Ada@Studio.example")]
    public void Whoever_is_depicted_may_not_decide(string text) =>
        Assert.Equal("The declaration says that you are depicted, so somebody else has to decide it.", Depicting(text));

    [Theory]
    [InlineData("Ada Personage")]
    [InlineData("Ada")]
    [InlineData("(Ada Person)")]
    [InlineData("Adaline Person")]
    public void Somebody_of_a_similar_name_is_somebody_else(string text) => Assert.Null(Depicting(text));

    [Fact]
    public void Interest_is_looked_for_in_the_newest_declaration() =>
        Assert.NotNull(Entitlement.Of(
            Story.Asked(Tier.Review).Decide(Sample.Ada, Sample.Ask()).Answer("You!", Sample.Declaration with { PeopleDepicted = ["Ada Person"] }).State!, Sample.Ada));

    [Fact]
    public void Submitter_is_known_by_their_address_with_space_around() =>
        Assert.NotNull(Of(s => s with { Submitter = new Submitter("Somebody", "ada@studio.example ", "en") }));
}
