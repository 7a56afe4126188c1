using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Checks that a default is a value that a caller could send.</summary>
internal static class DefaultChecker
{
    // The one date that means the same whatever the user's zone is.
    private const string Now = "now";

    /// <summary>The default as JSON text; null when there is none or it is wrong.</summary>
    public static string? Check(SpecObject spec, string name, TypeModel type, bool required)
    {
        if (spec.Find("default") is not { } value)
        {
            return null;
        }

        string? problem = required ? "is never used, because the argument is required" : FindProblem(value, type);
        if (problem is null)
        {
            return type.Kind == TypeKind.Integer ? NumberText.ToInteger(value.Text) : JsonWriter.Write(value);
        }

        spec.Bag.Report(Descriptors.InvalidDefault, value, name, problem);
        return null;
    }

    private static string? FindProblem(JsonValue value, TypeModel type) =>
        type.Kind switch
        {
            TypeKind.String or TypeKind.Text => value.Kind == JsonKind.String
                ? FindTextProblem(value.Text, type)
                : "is not a string",
            TypeKind.Boolean => value.Kind is JsonKind.True or JsonKind.False ? null : "is not a boolean",
            TypeKind.Integer => value.Kind == JsonKind.Number && NumberText.ToInteger(value.Text) is not null
                ? FindRangeProblem(value.Text, type)
                : "is not a whole number within ±2^53",
            TypeKind.Number => value.Kind == JsonKind.Number && NumberText.IsFinite(value.Text)
                ? FindRangeProblem(value.Text, type)
                : "is not a number",
            TypeKind.Date => value.Kind == JsonKind.String && value.Text == Now ? null : $"is not \"{Now}\"",
            TypeKind.Enum => value.Kind == JsonKind.String && type.Values.Any(v => v.Label == value.Text)
                ? null
                : "is not one of the labels",
            _ => $"is not possible for type '{type.Kind.ToString().ToLowerInvariant()}'",
        };

    private static string? FindTextProblem(string text, TypeModel type)
    {
        // JSON Schema counts code points, not UTF-16 units.
        int length = text.Length - text.Count(char.IsLowSurrogate);
        return length < type.MinLength ? "is shorter than minLength"
            : length > type.MaxLength ? "is longer than maxLength"
            : !StringFormats.Matches(type.Format, text) ? "does not have the format"
            : null;
    }

    private static string? FindRangeProblem(string number, TypeModel type) =>
        type.Minimum is { } minimum && NumberText.Compare(number, minimum) < 0 ? "is below the minimum"
        : type.Maximum is { } maximum && NumberText.Compare(number, maximum) > 0 ? "is above the maximum"
        : null;
}
