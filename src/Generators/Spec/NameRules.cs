using System.Text.RegularExpressions;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;

namespace ClickUpMcp.Generators.Spec;

/// <summary>What names look like.</summary>
internal static class NameRules
{
    /// <summary>Names of tools, arguments and everything the root declares.</summary>
    public const string Name = "^[a-z][a-z0-9_]{0,63}$";

    /// <summary>Aliases may keep the spelling of other servers.</summary>
    public const string Alias = "^[A-Za-z][A-Za-z0-9_-]{0,63}$";

    /// <summary>The name that a client gives itself, its letters and digits only.</summary>
    public const string Client = "^[a-z0-9]{2,64}$";

    /// <summary>What clients call arguments of their own; a star at the end stands for any rest.</summary>
    public const string ClientArgument = "^[A-Za-z_][A-Za-z0-9_-]{0,62}[*]?$";

    /// <summary>Reports a bad name; <paramref name="what"/> is as in "tool name".</summary>
    public static bool Check(JsonValue name, string what, string pattern, DiagnosticBag bag)
    {
        // `$` in .NET also matches before a final line feed, which no name may have.
        if (
            Regex.IsMatch(name.Text, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1))
            && !name.Text.EndsWith("\n", StringComparison.Ordinal)
        )
        {
            return true;
        }

        bag.Report(Descriptors.BadName, name, name.Text, what, pattern);
        return false;
    }
}
