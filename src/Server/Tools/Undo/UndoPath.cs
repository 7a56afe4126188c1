using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The paths of the undo table: dotted names, <c>[]</c> for each item of an array, <c>[name=value]</c> for those that have the value.</summary>
internal static class UndoPath
{
    /// <summary>All values that a path leads to; none where the thing does not show the place.</summary>
    /// <param name="root">The thing.</param>
    /// <param name="path">The path, without holes.</param>
    public static List<JsonElement> Select(JsonElement root, string path)
    {
        List<JsonElement> found = [root];
        foreach (string step in Steps(path))
        {
            int open = step.IndexOf('[', StringComparison.Ordinal);
            string name = open < 0 ? step : step[..open];
            List<JsonElement> next = [];
            foreach (JsonElement element in found)
            {
                JsonElement member = name.Length == 0 ? element : element.Member(name);
                if (open < 0)
                {
                    next.Add(member);
                }
                else
                {
                    next.AddRange(Items(member).Where(item => Fits(item, step[(open + 1)..^1])));
                }
            }

            found = next.FindAll(static element => element.ValueKind != JsonValueKind.Undefined);
        }

        return found;
    }

    // One thing in the place of an array is that array's only item.
    private static IEnumerable<JsonElement> Items(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Array => element.EnumerateArray(),
            JsonValueKind.Null or JsonValueKind.Undefined => [],
            _ => [element],
        };

    private static bool Fits(JsonElement item, string condition)
    {
        int equals = condition.IndexOf('=', StringComparison.Ordinal);
        return equals < 0
            || Select(item, condition[..equals])
                .Exists(value =>
                    string.Equals(
                        UndoText.Of(value),
                        UndoText.Plain(condition[(equals + 1)..]),
                        StringComparison.OrdinalIgnoreCase
                    )
                );
    }

    // A value may have dots itself.
    private static IEnumerable<string> Steps(string path)
    {
        int start = 0;
        bool isInside = false;
        for (int i = 0; i < path.Length; i++)
        {
            isInside = path[i] switch
            {
                '[' => true,
                ']' => false,
                _ => isInside,
            };
            if (path[i] == '.' && !isInside)
            {
                yield return path[start..i];
                start = i + 1;
            }
        }

        if (start < path.Length)
        {
            yield return path[start..];
        }
    }
}
