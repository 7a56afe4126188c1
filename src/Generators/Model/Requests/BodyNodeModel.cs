namespace ClickUpMcp.Generators.Model;

/// <summary>One node of a body template.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Member name; null for the root and for array items.</param>
/// <param name="Value">The binding of a value node; the list of a repeating one or of flags, what a conditional one depends on.</param>
/// <param name="Children">Members of an object, items of an array, the one template of a repeating or conditional node.</param>
internal sealed record BodyNodeModel(
    BodyNodeKind Kind,
    string? Name,
    BindingModel? Value,
    EquatableArray<BodyNodeModel> Children
);
