namespace Workflow.Core.Requests;

/// <summary>The five guiding principles of the streamer's guidance (section 1). "Yes" means the principle holds.</summary>
public enum Principle
{
    /// <summary>The output does not replicate or substantially recreate identifiable features of others' work.</summary>
    P1 = 1,

    /// <summary>The tool does not store, reuse or train on what is put in or comes out.</summary>
    P2,

    /// <summary>The tool runs in an enterprise-secured environment.</summary>
    P3,

    /// <summary>The material is temporary and not part of the final deliverables.</summary>
    P4,

    /// <summary>No talent performance or union-covered work is replaced or generated without consent.</summary>
    P5,
}

/// <summary>A declared answer; "unsure" is an honest answer and is escalated like "no".</summary>
public enum Answer
{
    /// <summary>It holds.</summary>
    Yes,

    /// <summary>It does not hold.</summary>
    No,

    /// <summary>The submitter cannot tell.</summary>
    Unsure,
}

/// <summary>The answers to the five principles; null is a question not answered yet.</summary>
public sealed record PrincipleAnswers(
    Answer? P1 = null, Answer? P2 = null, Answer? P3 = null, Answer? P4 = null, Answer? P5 = null)
{
    /// <summary>The answer to one principle.</summary>
    public Answer? this[Principle principle] => principle switch
    {
        Principle.P1 => P1,
        Principle.P2 => P2,
        Principle.P3 => P3,
        Principle.P4 => P4,
        Principle.P5 => P5,
        _ => throw new ArgumentOutOfRangeException(nameof(principle)),
    };

    /// <summary>The principles that still lack an answer.</summary>
    public IEnumerable<Principle> Unanswered() => Enum.GetValues<Principle>().Where(p => this[p] is null);
}
