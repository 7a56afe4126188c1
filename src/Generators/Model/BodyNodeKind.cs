namespace ClickUpMcp.Generators.Model;

/// <summary>What a node of a body template is.</summary>
internal enum BodyNodeKind
{
    Object,
    Array,
    Value,
}
