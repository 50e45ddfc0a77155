namespace LocalHost.Demo;

/// <summary>How the people of one sample behave, and what has to become of it.</summary>
/// <param name="Sample">The file's name, without folder.</param>
/// <param name="Expected">The outcome, or the status of what never became a request.</param>
internal sealed record Part(string Sample, string Expected)
{
    /// <summary>What every asked person decides: a form value of the review page; null: nobody answers.</summary>
    public string? Decision { get; init; }

    /// <summary>Comment of a rejection, or the conditions, one a line.</summary>
    public string Words { get; init; } = "";

    /// <summary>What the first asked person wants to know before anything else.</summary>
    public string? Question { get; init; }

    /// <summary>What the submitter answers; null: nothing.</summary>
    public string? Answer { get; init; }

    /// <summary>What the submitter fills in when a mail left things out, by form field; null: nothing.</summary>
    public IReadOnlyDictionary<string, string>? Completion { get; init; }

    /// <summary>What the submitter shows for consents, one document after another: the next when the one before was refused.</summary>
    public IReadOnlyList<Showing> Consents { get; init; } = [];

    /// <summary>Why the submitter takes it back; null: they do not.</summary>
    public string? Withdrawal { get; init; }

    /// <summary>Whether the request can only be decided with the second step.</summary>
    public bool IsWritten => Sample.Contains("-written-", StringComparison.Ordinal);
}
