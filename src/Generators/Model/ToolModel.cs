namespace ClickUpMcp.Generators.Model;

/// <summary>One tool, complete: argument sets expanded, implicit arguments added, defaults filled in.</summary>
internal sealed record ToolModel
{
    public string Name { get; init; } = "";
    public string Title { get; init; } = "";
    public string Description { get; init; } = "";
    public string Category { get; init; } = "";

    /// <summary>Member name of the runtime's ToolScope.</summary>
    public string Scope { get; init; } = "";
    public bool ReadOnly { get; init; }
    public bool Destructive { get; init; }
    public bool Idempotent { get; init; }
    public bool OpenWorld { get; init; }
    public EquatableArray<string> Aliases { get; init; }

    /// <summary>Phrases by which people ask for it, beside its name and description.</summary>
    public EquatableArray<string> Keywords { get; init; }

    /// <summary>Version of this product that brought the tool; null when not stated.</summary>
    public string? Since { get; init; }

    /// <summary>Official operation ids: its own, or those of the operations its handler uses.</summary>
    public EquatableArray<string> Operations { get; init; }

    /// <summary>An operation without a tool: emitted as its request only.</summary>
    public bool Internal { get; init; }

    /// <summary>Simple name of the handler class; null for an endpoint tool.</summary>
    public string? Handler { get; init; }

    /// <summary>The entries whose requests the handler sends: their names, arguments and requests.</summary>
    public EquatableArray<ToolModel> Uses { get; init; }

    /// <summary>Sets whose arguments it takes, of those that several handlers take.</summary>
    public EquatableArray<string> ArgumentSets { get; init; }

    /// <summary>Whether the handler itself needs the workspace's id, whatever the operations need; false where it finds it out for those that do.</summary>
    public bool? NeedsWorkspace { get; init; }
    public EquatableArray<ArgumentModel> Arguments { get; init; }
    public EquatableArray<RuleModel> Rules { get; init; }

    /// <summary>How one call stands for several; null when it does not.</summary>
    public BulkModel? Bulk { get; init; }

    /// <summary>The requests, of which the first that fits is sent; empty for a handler tool.</summary>
    public EquatableArray<RequestModel> Requests { get; init; }

    /// <summary>The response of an endpoint tool, or the output arguments a handler tool takes; null when it has neither.</summary>
    public ResponseModel? Response { get; init; }
    public EquatableArray<ExampleModel> Examples { get; init; }

    /// <summary>A broken entry: its name is known, the rest is not to be trusted; emit a stub that compiles.</summary>
    public bool IsStub { get; init; }
}
