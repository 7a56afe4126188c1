namespace ClickUpMcp.Generators.Model;

/// <summary>One argument of a tool, or one field of a nested object.</summary>
internal sealed record ArgumentModel
{
    public string Name { get; init; } = "";
    public ArgumentRole Role { get; init; }
    public string? Description { get; init; }
    public bool Required { get; init; }
    public EquatableArray<string> Aliases { get; init; }

    /// <summary>Whether the argument may be emptied through <c>clear</c>.</summary>
    public bool Clearable { get; init; }

    /// <summary>What empties it; nothing means null.</summary>
    public EquatableArray<ClearedModel> Cleared { get; init; }

    /// <summary>Whether <c>tools/list</c> shows it; all else knows it either way.</summary>
    public bool Listed { get; init; } = true;

    /// <summary>Whether it is about the machine of the server, and so only for whom that machine is.</summary>
    public bool Local { get; init; }

    /// <summary>Default as JSON text; null when there is none.</summary>
    public string? Default { get; init; }

    /// <summary>For a field of a nested object that is bound whole: its name on the wire.</summary>
    public string Wire { get; init; } = "";
    public TypeModel Type { get; init; } = new();
}
