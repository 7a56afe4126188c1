using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a date argument turned out to mean, and how that is said.</summary>
internal readonly record struct DatedArgument(ResolvedDate Date, string Meaning);
