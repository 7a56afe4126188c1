using System.Globalization;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Named tools as a bit set.</summary>
internal static class PersonaBits
{
    /// <summary>C# literals of the words, lowest tools first; one word at least.</summary>
    public static IEnumerable<string> Words(EquatableArray<string> names, List<ToolIndexModel> tools)
    {
        HashSet<string> members = [.. names];
        ulong[] words = new ulong[Math.Max(1, (tools.Count + 63) / 64)];
        for (int i = 0; i < tools.Count; i++)
        {
            if (members.Contains(tools[i].Name))
            {
                words[i / 64] |= 1UL << (i % 64);
            }
        }

        return words.Select(static word => "0x" + word.ToString("x", CultureInfo.InvariantCulture) + "UL");
    }
}
