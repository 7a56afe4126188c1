using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>A parameter of an emitted operation.</summary>
/// <param name="Argument">The argument it takes the value of, the ambient workspace's among them.</param>
/// <param name="IsRequired">Whether it must be given.</param>
internal sealed record OperationParameter(ArgumentModel Argument, bool IsRequired)
{
    public string Name => ArgumentNames.Local(Argument.Name);

    /// <summary>The type of a value that is there.</summary>
    public string Type => ResolvedTypes.Of(Argument.Type);

    /// <summary>The literal of its default; null when it has none but null.</summary>
    public string? Default => IsConstant ? DefaultValues.Of(Argument) : null;

    // C# takes no other defaults.
    private bool IsConstant => Argument.Role != ArgumentRole.Clear && Argument.Type.Kind != TypeKind.Date;

    public bool MayBeNull => !IsRequired && Default is null;

    public string Declaration =>
        IsRequired ? $"{Type} {Name}"
        : Default is { } literal ? $"{Type} {Name} = {literal}"
        : $"{Type}? {Name} = null";
}
