using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Keeps C# type and file names apart.</summary>
internal static class NameClashes
{
    /// <summary>Takes a C# name for a name of the spec; reports the second taker.</summary>
    public static bool Claim(Dictionary<string, string> taken, JsonValue name, string csharpName, DiagnosticBag bag)
    {
        if (taken.TryGetValue(csharpName, out string? other))
        {
            bag.Report(Descriptors.NameClash, name, name.Text, other, csharpName);
            return false;
        }

        taken.Add(csharpName, $"'{name.Text}'");
        return true;
    }
}
