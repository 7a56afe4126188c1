using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>An option of a drop-down or labels field.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Name">Its name; labels fields call it label.</param>
internal sealed record CustomFieldOption(string Id, string Name)
{
    /// <summary>The options in a field's <c>type_config</c>.</summary>
    public static IReadOnlyList<CustomFieldOption> ReadAll(JsonElement configuration)
    {
        if (
            !JsonPath.TryFind(configuration, "options", out JsonElement options)
            || options.ValueKind != JsonValueKind.Array
        )
        {
            return [];
        }

        return
        [
            .. options
                .EnumerateArray()
                .Select(option => new CustomFieldOption(Text(option, "id"), Text(option, "name", "label"))),
        ];
    }

    /// <summary>Whether the field has an option of this name.</summary>
    public static bool IsNamed(CustomFieldInfo field, string name) =>
        ReadAll(field.Configuration)
            .Any(option => string.Equals(option.Name, name, StringComparison.OrdinalIgnoreCase));

    private static string Text(JsonElement option, params ReadOnlySpan<string> names)
    {
        foreach (string name in names)
        {
            if (JsonPath.TryFind(option, name, out JsonElement value) && value.ValueKind == JsonValueKind.String)
            {
                return value.GetString()!;
            }
        }

        return string.Empty;
    }
}
