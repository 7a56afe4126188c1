using ClickUpMcp.Api;

namespace ClickUpMcp.Generators.Model;

/// <summary>How a write is compared with what came back.</summary>
/// <param name="Fields">What is compared.</param>
/// <param name="From">The entry whose request reads the thing where the response does not show all; null when none does.</param>
/// <param name="With">The arguments that this request takes.</param>
internal sealed record ReadBackModel(
    EquatableArray<ReadBackFieldModel> Fields,
    string? From,
    EquatableArray<ReadBackArgumentModel> With
)
{
    /// <summary>Whether the list of an argument replaces the one that was there.</summary>
    public bool Replaces(string? argument) =>
        Fields.Any(f => f.Argument == argument && (f.Kind is nameof(ReadBackKind.Only) or nameof(ReadBackKind.Whole)));

    /// <summary>Of an entry with several requests, the argument that chooses the one that reads; null for the last or only one.</summary>
    public string? For { get; init; }

    /// <summary>Whether the write is seen by the read finding nothing any more.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether of things in which a bulk call writes the same one is read back for all.</summary>
    public bool IsAlike { get; init; }

    /// <summary>Arguments whose values nothing shows.</summary>
    public EquatableArray<string> Unseen { get; init; }

    /// <summary>What to do when the write was ignored; null for the general advice.</summary>
    public string? Next { get; init; }
}
