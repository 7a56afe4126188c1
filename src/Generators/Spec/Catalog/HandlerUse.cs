using ClickUpMcp.Generators.Diagnostics;

namespace ClickUpMcp.Generators.Spec;

/// <summary>A handler that a tool names, and what to report when its class does not exist.</summary>
internal sealed record HandlerUse(string Handler, DiagnosticInfo Missing);
