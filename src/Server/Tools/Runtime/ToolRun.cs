using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>What a tool is asked to run in its place.</summary>
/// <param name="Name">Name or alias of the tool to run.</param>
/// <param name="Arguments">Its arguments; null means none.</param>
/// <param name="Workspace">The workspace the caller named beside them; null means what the tool finds itself.</param>
/// <param name="OnlyReads">Whether a tool that changes something is refused.</param>
internal readonly record struct ToolRun(
    string Name,
    JsonElement? Arguments,
    EntityReference? Workspace,
    bool OnlyReads
);
