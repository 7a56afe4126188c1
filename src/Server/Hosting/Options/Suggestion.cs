using ClickUpMcp.Errors;

namespace ClickUpMcp.Hosting;

/// <summary>Names what a person at the command line probably meant.</summary>
internal static class Suggestion
{
    /// <summary>A sentence with the nearest name, with a space before it; empty when none is near.</summary>
    public static string For(string name, IEnumerable<string> known, string prefix = "") =>
        DidYouMean.Closest(name, known) is { } nearest ? $" Did you mean {prefix}{nearest}?" : string.Empty;
}
