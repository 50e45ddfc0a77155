namespace Core.Tests.Approval;

/// <summary>One step of a random story: what to try, with numbers that pick whom and what.</summary>
internal sealed record Move(MoveKind Kind, int A, int B, int C);

internal enum MoveKind
{
    /// <summary>The process does what is in flight, as a courier would.</summary>
    Carry,
    CarryAll,
    Decide,
    DecideWell,
    Answer,
    Withdraw,
    Wait,
    Ring,
    FailDelivery,
    Retry,
    Bounce,
    Repeat,
    Forge,
    ChangeMind,
    Delegate,
    Recuse,
    Absence,
    Departure,
    Steer,
    Reassess,
    Consent,
    Check,
    Amend,
    Revoke,
    Note,

    /// <summary>Everybody does what leads to an approval.</summary>
    Prosper,
}
