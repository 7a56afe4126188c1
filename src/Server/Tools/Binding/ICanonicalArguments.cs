namespace ClickUpMcp.Tools.Binding;

/// <summary>An emitted record that can be written as the JSON it may be bound from.</summary>
internal interface ICanonicalArguments
{
    /// <summary>Writes what was declared, each value under its canonical name.</summary>
    void WriteTo(CanonicalWriter writer);
}
