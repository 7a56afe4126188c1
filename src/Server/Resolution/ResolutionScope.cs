namespace ClickUpMcp.Resolution;

/// <summary>Where a name is looked up.</summary>
/// <param name="Workspace">The workspace the caller named; null means the configured or only one.</param>
/// <param name="Within">Resolved references that narrow the look-up, most specific first; absent ones are null.</param>
/// <param name="AllowCustomId">Whether the endpoint takes a custom task id, so that one need not be looked up.</param>
internal readonly record struct ResolutionScope(
    EntityReference? Workspace,
    EntityReference?[] Within,
    bool AllowCustomId
);
