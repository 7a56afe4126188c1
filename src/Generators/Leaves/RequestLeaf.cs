using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Leaves;

/// <summary>One query parameter or one value in the body that a request sends.</summary>
/// <param name="Location"><c>query.NAME</c> or <c>body.PATH</c>; members joined by dots, <c>[]</c> for the objects of an array.</param>
/// <param name="Binding">Where the value comes from; null when only the type is known.</param>
/// <param name="Type">The type of the argument, of its item or of its field; null for a constant.</param>
/// <param name="IsArray">Whether it is an array of such values.</param>
/// <param name="Required">Whether it is sent whenever the object is that holds it.</param>
internal sealed record RequestLeaf(
    string Location,
    BindingModel? Binding,
    TypeModel? Type,
    bool IsArray,
    bool Required
);
