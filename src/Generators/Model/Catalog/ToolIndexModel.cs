namespace ClickUpMcp.Generators.Model;

/// <summary>What the catalogue must know of a tool; nothing that changes when only the tool's body does.</summary>
internal sealed record ToolIndexModel
{
    public string Name { get; init; } = "";
    public string Category { get; init; } = "";

    /// <summary>Member name of the runtime's ToolScope.</summary>
    public string Scope { get; init; } = "";
    public bool ReadOnly { get; init; }
    public bool Destructive { get; init; }
    public bool Idempotent { get; init; }
    public bool OpenWorld { get; init; }
    public EquatableArray<string> Aliases { get; init; }
    public bool Internal { get; init; }

    /// <summary>Full name of the handler class; null for an endpoint tool, and where the class is missing.</summary>
    public string? Handler { get; init; }

    /// <summary>Whether the compilation lacks the handler's class.</summary>
    public bool HandlerMissing { get; init; }
    public bool IsStub { get; init; }
}
