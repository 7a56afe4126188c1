using System.Text.Json;

namespace ClickUpMcp.Resolution;

/// <summary>Reads the <c>statuses</c> of a space, folder or list.</summary>
internal static class StatusReader
{
    /// <summary>The names in ClickUp's order; null when there are none in the response.</summary>
    public static IReadOnlyList<string>? Read(JsonElement container)
    {
        List<string> names = container
            .Items("statuses")
            .Select(static status => status.Text("status"))
            .OfType<string>()
            .ToList();
        return names.Count == 0 ? null : names;
    }
}
