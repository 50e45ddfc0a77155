using Workflow.Core.Approval;
using Workflow.Core.Requests;

namespace Core.Tests.Approval;

public class HotStatesSpecs
{
    private static readonly HotState Known = new(null, "hash");

    [Fact]
    public void State_is_found_until_two_generations_later()
    {
        var hot = new HotStates(2);
        for (uint i = 0; i < 4; i++)
        {
            hot.Remember(RequestId.FromBits(i), Known);
        }

        // Two are young, two are old.
        Assert.All(Enumerable.Range(0, 4), i => Assert.Same(Known, hot.Find(RequestId.FromBits((uint)i))));
        hot.Remember(RequestId.FromBits(4), Known);
        Assert.Null(hot.Find(RequestId.FromBits(0)));
        Assert.Same(Known, hot.Find(RequestId.FromBits(2)));
    }

    [Fact]
    public void Forgotten_state_is_found_in_no_generation()
    {
        var hot = new HotStates(1);
        hot.Remember(RequestId.FromBits(0), Known);
        hot.Remember(RequestId.FromBits(1), Known);
        hot.Forget(RequestId.FromBits(0));
        hot.Forget(RequestId.FromBits(1));
        Assert.Null(hot.Find(RequestId.FromBits(0)));
        Assert.Null(hot.Find(RequestId.FromBits(1)));
    }
}
