namespace ClickUpMcp.Tools.Runtime;

/// <summary>Everything the program knows about a tool besides how to run it.</summary>
internal sealed record ToolDescriptor
{
    /// <summary>The tool's name on the wire.</summary>
    public required string Name { get; init; }

    /// <summary>The name shown to people.</summary>
    public required string Title { get; init; }

    /// <summary>What a model reads to decide when to use it.</summary>
    public required string Description { get; init; }

    /// <summary>The category's name in the spec.</summary>
    public required string Category { get; init; }

    /// <summary>What a grant must allow.</summary>
    public required ToolScope Scope { get; init; }

    /// <summary>The four MCP annotations.</summary>
    public required ToolTraits Traits { get; init; }

    /// <summary>Other names under which it can be called; never listed to a model.</summary>
    public required string[] Aliases { get; init; }

    /// <summary>Phrases by which people ask for it, beside its name and description.</summary>
    public required string[] Keywords { get; init; }

    /// <summary>The arguments that it shares with most tools, such as the workspace, the limit of a list and the pace of a bulk call.</summary>
    public required string[] StandardArguments { get; init; }

    /// <summary>The arguments about files of the server's own machine, which clients over HTTP do not see.</summary>
    public string[] LocalArguments { get; init; } = [];

    /// <summary>Ids of the official operations it uses, its own or those of <c>uses</c>.</summary>
    public required string[] Operations { get; init; }

    /// <summary>The input schema, JSON Schema 2020-12, as UTF-8 JSON.</summary>
    public required ReadOnlyMemory<byte> InputSchema { get; init; }

    /// <summary>The arguments of its first example as a JSON object; null when it has none.</summary>
    public string? Example { get; init; }

    /// <summary>The output schema as UTF-8 JSON; null when it has none or none is wanted.</summary>
    public ReadOnlyMemory<byte>? OutputSchema { get; init; }
}
