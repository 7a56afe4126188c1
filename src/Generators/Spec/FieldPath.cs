using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>The grammar of paths into answers: names joined by dots, <c>[]</c> after an array's name, an optional <c>?</c> at the end.</summary>
internal static class FieldPath
{
    /// <summary>The path without its question mark (every path reads leniently); null when it is malformed.</summary>
    public static string? Parse(JsonValue value, bool allowArrays, DiagnosticBag bag)
    {
        string path = value.Text.EndsWith("?", StringComparison.Ordinal)
            ? value.Text.Substring(0, value.Text.Length - 1)
            : value.Text;
        foreach (string part in path.Split('.'))
        {
            bool isArray = part.EndsWith("[]", StringComparison.Ordinal);
            string name = isArray ? part.Substring(0, part.Length - 2) : part;
            if (name.Length == 0 || (isArray && !allowArrays) || !name.All(IsNameCharacter))
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
