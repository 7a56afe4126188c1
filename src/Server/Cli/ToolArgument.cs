using System.Text.Json;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Cli;

/// <summary>An argument of a tool as its input schema describes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Type">Its JSON type, "list of …" for an array.</param>
/// <param name="Words">The words it takes; empty where it takes others.</param>
/// <param name="Description">What a model reads of it; empty when its name says all.</param>
/// <param name="IsRequired">Whether a call needs it.</param>
/// <param name="IsStandard">Whether most tools have it.</param>
internal sealed record ToolArgument(
    string Name,
    string Type,
    string[] Words,
    string Description,
    bool IsRequired,
    bool IsStandard
)
{
    /// <summary>The arguments in the order of the schema, those that a call needs first.</summary>
    public static IEnumerable<ToolArgument> ReadAll(JsonElement schema, ToolDescriptor tool)
    {
        string[] required = Texts(schema, "required");
        return schema
            .GetProperty("properties")
            .EnumerateObject()
            .Select(property => Read(property, required, tool))
            .OrderBy(static argument => !argument.IsRequired);
    }

    private static ToolArgument Read(JsonProperty property, string[] required, ToolDescriptor tool)
    {
        bool isArray = property.Value.TryGetProperty("items", out JsonElement items);
        return new(
            property.Name,
            isArray ? $"list of {TypeOf(items)}" : TypeOf(property.Value),
            Texts(isArray ? items : property.Value, "enum"),
            property.Value.TryGetProperty("description", out JsonElement description)
                ? description.GetString()!
                : string.Empty,
            required.Contains(property.Name),
            tool.StandardArguments.Contains(property.Name)
        );
    }

    private static string TypeOf(JsonElement schema) =>
        !schema.TryGetProperty("type", out JsonElement type) ? "any"
        : type.ValueKind == JsonValueKind.Array
            ? string.Join(" or ", type.EnumerateArray().Select(static t => t.GetString()))
        : type.GetString()!;

    private static string[] Texts(JsonElement schema, string member) =>
        schema.TryGetProperty(member, out JsonElement values)
            ? [.. values.EnumerateArray().Select(static value => value.ToString())]
            : [];
}
