using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Catalog;

/// <summary>A tool, and the words by which it is found.</summary>
/// <param name="Tool">The tool.</param>
/// <param name="Places">The words of each place, and what one found there is worth.</param>
internal sealed record SearchEntry(ToolDescriptor Tool, (HashSet<string> Words, double Worth)[] Places);
