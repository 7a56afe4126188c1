using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>What a record's ResolveAsync can name: its own references, and those that come in as parameters.</summary>
/// <param name="Record">The record's C# name.</param>
/// <param name="Members">The record's arguments or fields.</param>
/// <param name="Outer">Spec names of references outside the record that its method gets as parameters.</param>
/// <param name="Workspace">Expression for the workspace the caller named.</param>
internal sealed record ResolutionNames(
    string Record,
    EquatableArray<ArgumentModel> Members,
    IReadOnlyList<string> Outer,
    string Workspace
)
{
    public string Property(ArgumentModel argument) => ArgumentNames.Property(Record, argument);

    /// <summary>The expression for a reference, the nearest of that name; null when there is none.</summary>
    public string? Find(string name)
    {
        ArgumentModel? own = Members.FirstOrDefault(m => m.Name == name && m.Type.Kind == TypeKind.Entity);
        return own is not null ? Property(own)
            : Outer.Contains(name) ? ArgumentNames.Local(name)
            : null;
    }

    /// <summary>The scope in which a reference of this type is looked up.</summary>
    /// <param name="type">The reference's type.</param>
    /// <param name="allowsCustomId">C# condition for whether a custom task id may stay one.</param>
    public string Scope(TypeModel type, string allowsCustomId)
    {
        string within = string.Join(", ", type.Within.Select(Find).Where(static name => name is not null));
        return $"new {RuntimeNames.Resolution}ResolutionScope({Workspace}, [{within}], {allowsCustomId})";
    }
}
