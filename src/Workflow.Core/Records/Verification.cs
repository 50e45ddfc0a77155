namespace Workflow.Core.Records;

/// <summary>What a file that claims to be a record turned out to be. The texts are for the person who asked.</summary>
public abstract record Verification
{
    private Verification()
    {
    }

    /// <summary>Every byte is as it was signed, by a key that is trusted.</summary>
    /// <param name="Record">What it says.</param>
    /// <param name="KeyId">Which key signed it.</param>
    /// <param name="Document">The readable document that was signed with it.</param>
    /// <param name="HoldsDocument">Whether the file held that document, and it fits; a bare signature does not.</param>
    public sealed record Genuine(WrittenRecord Record, string KeyId, DocumentStamp Document, bool HoldsDocument) : Verification;

    /// <summary>It is a record that is no longer as it was signed, or never was signed so.</summary>
    /// <param name="What">What does not fit.</param>
    public sealed record Altered(FormattableString What) : Verification;

    /// <summary>It is nothing that can be verified.</summary>
    /// <param name="Why">What is missing, and what to look for.</param>
    public sealed record NotARecord(FormattableString Why) : Verification;

    /// <summary>It says that it was signed by a key that is not among the trusted ones: nothing can be said about it.</summary>
    public sealed record UnknownKey(string KeyId) : Verification;

    /// <summary>In a word or two.</summary>
    public string Verdict => this switch
    {
        Genuine => "Genuine",
        Altered => "Altered",
        NotARecord => "Not a record",
        UnknownKey => "Unknown key",
        _ => throw new InvalidOperationException($"{GetType().Name} has no words."),
    };

    /// <summary>Why, in one or two sentences that can follow a colon, in English.</summary>
    public string Reason => FormattableString.Invariant(Text);

    /// <summary>The same: English, its format the key of translations.</summary>
    public FormattableString Text => this switch
    {
        Genuine { HoldsDocument: true } g => $"the approval {g.Record.Request}, every byte as it was signed.",
        Genuine g => $"the signed data of the approval {g.Record.Request}. The readable document is not part of this file.",
        Altered a => a.What,
        NotARecord n => n.Why,
        UnknownKey u => $"the file says that the key {u.KeyId} signed it, and that is not one of the trusted keys. Ask whoever issued it for their public keys.",
        _ => throw new InvalidOperationException($"{GetType().Name} has no words."),
    };
}
