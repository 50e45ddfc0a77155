using CsCheck;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using Workflow.Core.Requests;
using Workflow.Web.Links;

namespace Web.Tests.Links;

public sealed class LinkTokensTests
{
    private static readonly RequestId Id = RequestId.FromBits(42);
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private readonly LinkTokens _tokens;

    public LinkTokensTests() => _tokens = Installation();

    [Fact]
    public void Ask_token_gives_back_what_it_was_made_for() =>
        (from bits in Gen.ULong
         from ask in Gen.Int[1, 5000]
         from person in Gen.String[1, 120]
         select (Id: RequestId.FromBits(bits), ask, person))
        .Sample(
            t => _tokens.ReadAsk(_tokens.ForAsk(t.Id, t.ask, t.person)) == new LinkReading<AskLink>.Valid(new AskLink(t.Id, t.ask, t.person)),
            iter: 300);

    [Fact]
    public void Submitter_token_gives_back_what_it_was_made_for() =>
        Assert.Equal(
            new LinkReading<SubmitterLink>.Valid(new SubmitterLink(Id, "sam@crew.example")),
            _tokens.ReadSubmitter(_tokens.ForSubmitter(Id, "sam@crew.example")));

    [Fact]
    public void Person_token_gives_back_what_it_was_made_for() => Gen.String[1, 120].Sample(
        person => _tokens.ReadPerson(_tokens.ForPerson(person)) == new LinkReading<PersonLink>.Valid(new PersonLink(person)),
        iter: 100);

    [Fact]
    public void Token_with_any_character_changed_is_unreadable()
    {
        var token = _tokens.ForAsk(Id, 1, "ada");
        // The last character may carry bits that base 64 ignores; every other one counts.
        Gen.Select(Gen.Int[0, token.Length - 2], Gen.Int[0, 10].Select(i => "ABCxyz019-_"[i])).Sample((at, c) =>
            token[at] == c
            || _tokens.ReadAsk(token[..at] + c + token[(at + 1)..]) is LinkReading<AskLink>.Unreadable);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("../../etc")]
    [InlineData("%00")]
    public void Nonsense_is_unreadable(string? token) =>
        Assert.IsType<LinkReading<AskLink>.Unreadable>(_tokens.ReadAsk(token));

    [Fact]
    public void Endless_token_is_unreadable_without_being_decrypted() =>
        Assert.IsType<LinkReading<AskLink>.Unreadable>(_tokens.ReadAsk(new string('A', 10_000_000)));

    [Fact]
    public void Token_cut_off_by_a_mail_program_is_unreadable() =>
        Assert.IsType<LinkReading<AskLink>.Unreadable>(_tokens.ReadAsk(_tokens.ForAsk(Id, 1, "ada")[..^9]));

    [Fact]
    public void Submitter_token_never_opens_an_ask() =>
        Assert.IsType<LinkReading<AskLink>.Unreadable>(_tokens.ReadAsk(_tokens.ForSubmitter(Id, "1\nada")));

    [Fact]
    public void Ask_token_never_opens_a_submitters_page() =>
        Assert.IsType<LinkReading<SubmitterLink>.Unreadable>(_tokens.ReadSubmitter(_tokens.ForAsk(Id, 1, "ada")));

    [Fact]
    public void Person_token_opens_no_ask_and_an_ask_token_no_list()
    {
        Assert.IsType<LinkReading<AskLink>.Unreadable>(_tokens.ReadAsk(_tokens.ForPerson($"{Id}\n1\nada")));
        Assert.IsType<LinkReading<PersonLink>.Unreadable>(_tokens.ReadPerson(_tokens.ForAsk(Id, 1, "ada")));
    }

    [Fact]
    public void Person_token_expires_as_an_ask_token_does()
    {
        var token = _tokens.ForPerson("ada");

        _clock.Advance(TimeSpan.FromDays(60) - TimeSpan.FromSeconds(1));
        Assert.IsType<LinkReading<PersonLink>.Valid>(_tokens.ReadPerson(token));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new LinkReading<PersonLink>.Expired(new PersonLink("ada")), _tokens.ReadPerson(token));
    }

    [Fact]
    public void Token_of_another_installation_is_unreadable() =>
        Assert.IsType<LinkReading<AskLink>.Unreadable>(_tokens.ReadAsk(Installation().ForAsk(Id, 1, "ada")));

    [Fact]
    public void Ask_token_expires_by_the_given_clock_and_still_says_what_it_was_for()
    {
        var token = _tokens.ForAsk(Id, 3, "ada");

        _clock.Advance(TimeSpan.FromDays(60) - TimeSpan.FromSeconds(1));
        Assert.IsType<LinkReading<AskLink>.Valid>(_tokens.ReadAsk(token));

        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(new LinkReading<AskLink>.Expired(new AskLink(Id, 3, "ada")), _tokens.ReadAsk(token));
    }

    [Fact]
    public void Submitter_token_outlives_an_ask_token()
    {
        var token = _tokens.ForSubmitter(Id, "sam@crew.example");

        _clock.Advance(TimeSpan.FromDays(399));
        Assert.IsType<LinkReading<SubmitterLink>.Valid>(_tokens.ReadSubmitter(token));

        _clock.Advance(TimeSpan.FromDays(1));
        Assert.IsType<LinkReading<SubmitterLink>.Expired>(_tokens.ReadSubmitter(token));
    }

    private LinkTokens Installation() => new(new EphemeralDataProtectionProvider(), _clock, Options.Create(new LinkOptions()));
}
