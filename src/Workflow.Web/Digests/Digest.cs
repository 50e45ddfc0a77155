using Workflow.Core.Approval;
using Workflow.Core.People;

namespace Workflow.Web.Digests;

/// <summary>What waits for one reader on one day.</summary>
/// <param name="Day">The reader's local day.</param>
public abstract record Digest(DateOnly Day)
{
    /// <summary>How many matters one mail lists; of the others it gives the number.</summary>
    public const int Most = 30;

    /// <summary>Lower-case address of the reader.</summary>
    public abstract string Address { get; }

    /// <summary>The kind, as its Message-ID is derived from it.</summary>
    public abstract string Kind { get; }

    /// <summary>An approver's, on a working day.</summary>
    /// <param name="Day">The local day.</param>
    /// <param name="Person">As the newest question knows them.</param>
    /// <param name="Asks">Open questions, the most urgent first.</param>
    public sealed record Daily(DateOnly Day, Person Person, IReadOnlyList<OpenAsk> Asks) : Digest(Day)
    {
        /// <inheritdoc />
        public override string Address => Person.Email;

        /// <inheritdoc />
        public override string Kind => "daily";
    }

    /// <summary>A submitter's, in a week.</summary>
    /// <param name="Day">The local day.</param>
    /// <param name="Email">Where it goes.</param>
    /// <param name="Requests">Open requests, those that wait for the submitter first.</param>
    public sealed record Weekly(DateOnly Day, string Email, IReadOnlyList<RequestState> Requests) : Digest(Day)
    {
        /// <inheritdoc />
        public override string Address => Email;

        /// <inheritdoc />
        public override string Kind => "weekly";
    }
}

/// <summary>An open question in its request.</summary>
public sealed record OpenAsk(RequestState Request, Ask Ask);
