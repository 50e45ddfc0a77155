using Workflow.Core.Requests;
using Workflow.Web.Languages;

namespace Workflow.Web.Wording;

/// <summary>What goes in and where it ends up, in words.</summary>
public static class UseWords
{
    /// <summary>Where the output ends up; "Not stated" when the submitter has not said so.</summary>
    public static Text Name(IntendedUse? use) => use switch
    {
        IntendedUse.Ideation => $"Ideas only: mood boards, references, pitches among ourselves",
        IntendedUse.Temporary => $"Temporary material in the edit, replaced before delivery",
        IntendedUse.Background => $"An element seen in the background",
        IntendedUse.Final => $"Final designs, key visuals, shots, sound or music",
        IntendedUse.Post => $"Assistive post-production work",
        IntendedUse.Performance => $"Making or changing a performance",
        IntendedUse.Training => $"Training or fine-tuning a model",
        IntendedUse.Other => $"Something else",
        null => $"Not stated",
        _ => throw new ArgumentOutOfRangeException(nameof(use)),
    };

    /// <summary>A kind of material that goes in.</summary>
    public static Text Name(InputKind kind) => kind switch
    {
        InputKind.OwnOrLicensed => $"own words, licensed or public-domain references",
        InputKind.Unreleased => $"unreleased material of the production",
        InputKind.PersonalData => $"personal data",
        InputKind.PerformerMaterial => $"a performer's voice, face, body or performance",
        InputKind.ThirdPartyWork => $"others' work without clearance",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
