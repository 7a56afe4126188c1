namespace ClickUpMcp.Generators.Model;

/// <summary>How a write is compared with what came back.</summary>
/// <param name="Fields">What is compared.</param>
/// <param name="From">The entry whose request reads the thing where the response shows nothing; null when none does.</param>
/// <param name="With">The arguments that this request takes.</param>
internal sealed record ReadBackModel(
    EquatableArray<ReadBackFieldModel> Fields,
    string? From,
    EquatableArray<string> With
);
