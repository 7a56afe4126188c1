namespace ClickUpMcp.Generators.Model;

/// <summary>One line of the catalogue.</summary>
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

    /// <summary>An operation without a tool: it has arguments and a request, but no place in the list.</summary>
    public bool Internal { get; init; }

    /// <summary>Simple name of the handler class; null for an endpoint tool.</summary>
    public string? Handler { get; init; }

    /// <summary>Whether the handler class does not exist in the compilation.</summary>
    public bool HandlerMissing { get; init; }

    /// <summary>A broken entry of which only the name is known.</summary>
    public bool IsStub { get; init; }
}
