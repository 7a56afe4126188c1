using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The grammar of paths into responses: names joined by dots, <c>[]</c> after an array's name, <c>{}</c> after that of an object of items, an optional <c>?</c> at the end.</summary>
internal static class FieldPath
{
    /// <summary>The path without its question mark (every path reads leniently); null when it is malformed.</summary>
    public static string? Parse(JsonValue value, bool allowMapping, DiagnosticBag bag)
    {
        string path = value.Text.EndsWith("?", StringComparison.Ordinal)
            ? value.Text.Substring(0, value.Text.Length - 1)
            : value.Text;
        foreach (string part in path.Split('.'))
        {
            bool isMapping =
                part.EndsWith("[]", StringComparison.Ordinal) || part.EndsWith("{}", StringComparison.Ordinal);
            string name = isMapping ? part.Substring(0, part.Length - 2) : part;
            // Only the whole thing needs no name: a response that is itself an object of items.
            bool isNamed = name.Length > 0 || path == "{}";
            if (!isNamed || (isMapping && !allowMapping) || !name.All(IsNameCharacter))
            {
                bag.Report(Descriptors.BadFromPath, value, value.Text);
                return null;
            }
        }

        return path;
    }

    private static bool IsNameCharacter(char c) =>
        c is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9') or '_' or '-' or '$';
}
