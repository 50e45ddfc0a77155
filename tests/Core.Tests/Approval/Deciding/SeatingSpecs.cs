using Workflow.Core.Approval.Deciding;
using Workflow.Core.Classification;
using Workflow.Core.People;

namespace Core.Tests.Approval.Deciding;

public class SeatingSpecs
{
    private static string?[] Seat(string[] occupied, params Staffing[] seats) =>
        [.. Seating.Assign(seats, occupied.ToHashSet()).Select(c => c?.Person.Id)];

    [Fact]
    public void Each_seat_gets_its_first_candidate_where_nobody_is_wanted_twice() =>
        Assert.Equal(["ada", "bob"], Seat([], Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Bob, Sample.Dan)));

    [Fact]
    public void Seat_that_has_a_choice_makes_room_for_one_that_has_none() =>
        Assert.Equal(["cleo", "ada"], Seat([], Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Ada)));

    [Fact]
    public void Room_is_made_along_a_chain_of_seats() =>
        Assert.Equal(
            ["bob", "cleo", "ada"],
            Seat([], Sample.Staffing("a", Sample.Ada, Sample.Bob), Sample.Staffing("b", Sample.Bob, Sample.Cleo), Sample.Staffing("c", Sample.Ada)));

    [Fact]
    public void Person_who_is_occupied_elsewhere_is_passed_over() =>
        Assert.Equal(["cleo"], Seat(["ada"], Sample.Staffing("creative", Sample.Ada, Sample.Cleo)));

    [Fact]
    public void Seat_that_no_arrangement_fills_stays_empty_and_the_others_do_not() =>
        Assert.Equal(["ada", null, "bob"], Seat([], Sample.Staffing("a", Sample.Ada), Sample.Staffing("b", Sample.Ada), Sample.Staffing("c", Sample.Bob)));

    [Fact]
    public void Two_seats_that_want_the_same_person_get_two_people()
    {
        var story = Story.Assessed(Tier.Written).Staff(
            Sample.Staffing("creative", Sample.Ada, Sample.Cleo), Sample.Staffing("legal", Sample.Ada));
        Assert.Equal([("creative", "cleo"), ("legal", "ada")], story.State!.Asks.Select(a => (a.Seat, a.Person.Id)));
    }
}
