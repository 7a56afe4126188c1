using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Model;

/// <summary>Says which arguments of an operation a handler's own arguments stand for: those of the same name and type.</summary>
internal static class ArgumentProjection
{
    /// <summary>Where an operation's argument comes from.</summary>
    /// <param name="tool">The handler's entry.</param>
    /// <param name="operation">The entry whose requests it sends.</param>
    /// <param name="taken">One of its arguments.</param>
    public static Passing Of(ToolModel tool, ToolModel operation, ArgumentModel taken)
    {
        if (Find(tool, taken) is not { } own)
        {
            return Passing.Given;
        }

        // What a handler builds of people's words is JSON under the name that they know it by.
        if (taken.Type.Kind == TypeKind.Json && own.Type.Kind != TypeKind.Json)
        {
            return Passing.Given;
        }

        // Words of 'clear' for arguments that the operation lacks are the handler's own.
        if (taken.Role != ArgumentRole.Clear && !Fits(own.Type, taken.Type))
        {
            return Passing.Mismatch;
        }

        bool mayBeMissing = !own.Required && own.Default is null && own.Role != ArgumentRole.Clear;
        return mayBeMissing && taken.Required && operation.Requests.Count == 1 ? Passing.Given : Passing.Projected;
    }

    /// <summary>The tool's argument of the same name; null when there is none.</summary>
    public static ArgumentModel? Find(ToolModel tool, ArgumentModel taken) =>
        tool.Arguments.FirstOrDefault(a => a.Name == taken.Name && a.Role == taken.Role);

    // An enum whose labels go on the wire as they are.
    private static bool IsText(TypeModel type) =>
        type.Kind == TypeKind.Enum && type.Values.All(static value => value.WireJson == JsonWriter.Quote(value.Label));

    private static bool Fits(TypeModel own, TypeModel taken) =>
        taken.Kind switch
        {
            TypeKind.String or TypeKind.Text => own.Kind is TypeKind.String or TypeKind.Text || IsText(own),
            TypeKind.Enum => own.Kind == TypeKind.Enum && own.Values.All(value => taken.Values.Contains(value)),
            TypeKind.Entity => own.Kind == TypeKind.Entity && own.Entity == taken.Entity,
            TypeKind.Array => own is { Kind: TypeKind.Array, Items: { } item } && Fits(item, taken.Items ?? new()),
            TypeKind.Object => own.Kind == TypeKind.Object && own.Record == taken.Record,
            _ => own.Kind == taken.Kind,
        };
}
