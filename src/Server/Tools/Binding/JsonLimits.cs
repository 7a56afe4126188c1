using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>The limits of a free-form JSON argument: 64 KiB, 16 levels, no name twice, well-formed text.</summary>
internal static class JsonLimits
{
    private const int MaximumBytes = 64 * 1024;
    private const int MaximumLevels = 16;
    private const string Malformed = "must be well-formed Unicode";

    /// <summary>What is wrong with the value, as the end of "tasks[2].value …"; null when nothing is.</summary>
    public static string? FindProblem(JsonElement element) =>
        JsonMarshal.GetRawUtf8Value(element).Length > MaximumBytes ? "must be at most 64 KiB" : Check(element, 1);

    private static string? Check(JsonElement element, int level)
    {
        switch (element.ValueKind)
        {
            case JsonValueKind.Object or JsonValueKind.Array when level > MaximumLevels:
                return $"must be nested at most {MaximumLevels} levels deep";
            case JsonValueKind.String:
                return JsonText.HasLoneSurrogate(JsonText.Read(element)) ? Malformed : null;
            case JsonValueKind.Array:
                return element.EnumerateArray().Select(item => Check(item, level + 1)).FirstOrDefault(IsProblem);
            case JsonValueKind.Object:
                HashSet<string> names = new(StringComparer.Ordinal);
                return element.EnumerateObject().Select(m => Check(m, names, level)).FirstOrDefault(IsProblem);
            default:
                return null;
        }
    }

    // A name with half a surrogate pair would make every writer throw.
    private static string? Check(JsonProperty member, HashSet<string> names, int level) =>
        JsonText.WellFormedName(member) is not { } name ? Malformed
        : names.Add(name) ? Check(member.Value, level + 1)
        : "has a member given twice";

    private static bool IsProblem(string? problem) => problem is not null;
}
