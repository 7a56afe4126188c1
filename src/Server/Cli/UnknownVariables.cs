using ClickUpMcp.Hosting;
using ClickUpMcp.Hosting.Http;

namespace ClickUpMcp.Cli;

/// <summary>Finds environment variables that look like settings and are none: a slip in a name leaves a setting off in silence.</summary>
internal static class UnknownVariables
{
    private const string Product = "CLICKUP_";
    private const string Own = "CLICKUP_MCP_";

    /// <summary>A finding for each, by name.</summary>
    public static IEnumerable<Finding> Find(IEnumerable<string> names)
    {
        string[] known =
        [
            .. Settings.All.Concat(HttpSettings.All).Select(static setting => setting.Variable).OfType<string>(),
            Settings.ConfigVariable,
        ];
        foreach (string name in names.Where(name => !known.Contains(name)).Order(StringComparer.Ordinal))
        {
            string meant = Suggestion.For(name, known);
            if (name.StartsWith(Own, StringComparison.Ordinal) || IsSlip(name, meant))
            {
                yield return new Finding(false, "settings", $"{name} is no setting and has no effect.{meant}");
            }
        }
    }

    private static bool IsSlip(string name, string meant) =>
        name.StartsWith(Product, StringComparison.OrdinalIgnoreCase) && meant.Length > 0;
}
