using ClickUpMcp.Cli;

namespace ClickUpMcp.Tests.Cli;

/// <summary>A terminal that a test describes.</summary>
internal sealed class FakeTerminal : ITerminal
{
    public string? Program { get; init; } = "/opt/clickup-mcp";

    public int? Width { get; init; }

    public bool ShowsErrors { get; init; }

    /// <summary>What is typed where nothing is shown.</summary>
    public string? Hidden { get; init; }

    public string? ReadHidden() => Hidden;
}
