using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a tool is asked to run in its place.</summary>
/// <param name="Name">Name or alias of the tool to run.</param>
/// <param name="Arguments">Its arguments; null means none.</param>
/// <param name="OnlyReads">Whether a tool that changes something is refused.</param>
internal readonly record struct ToolRun(string Name, JsonElement? Arguments, bool OnlyReads);
