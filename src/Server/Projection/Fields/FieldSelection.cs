using ClickUpMcp.Errors;

namespace ClickUpMcp.Projection;

/// <summary>Chooses the fields of a shape to show: those named by the caller, or those of a detail level.</summary>
internal static class FieldSelection
{
    /// <summary>The fields, in the caller's order when it named them.</summary>
    /// <exception cref="ActionableException">A name is no field of the shape; paths into the raw item are not accepted.</exception>
    public static ShapeField[] Choose(ShapeDefinition shape, DetailLevel level, OutputOptions options)
    {
        if (options.Fields.Count == 0)
        {
            return [.. shape.Fields.Where(field => field.Level <= level && field.Level != DetailLevel.Full)];
        }

        return [.. options.Fields.Select(name => Find(shape, name)).Distinct()];
    }

    private static ShapeField Find(ShapeDefinition shape, string name)
    {
        string[] valid = [.. shape.Fields.Select(static field => field.Name)];
        return shape.Find(name)
            ?? throw new ActionableException(
                $"One of the names in fields is not a field of {shape.Plural}{DidYouMean.Hint(name, valid)}",
                next: "Use only these:",
                options: valid
            );
    }
}
