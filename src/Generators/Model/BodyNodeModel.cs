namespace ClickUpMcp.Generators.Model;

/// <summary>One node of a body template.</summary>
/// <param name="Kind">Object, array or value.</param>
/// <param name="Name">Member name; null for the root and for array items.</param>
/// <param name="Value">The binding of a value node.</param>
/// <param name="Children">Members of an object, items of an array.</param>
internal sealed record BodyNodeModel(
    BodyNodeKind Kind,
    string? Name,
    BindingModel? Value,
    EquatableArray<BodyNodeModel> Children
);
