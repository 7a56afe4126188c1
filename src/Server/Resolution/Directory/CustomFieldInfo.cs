using System.Text.Json;

namespace ClickUpMcp.Resolution;

/// <summary>The definition of a custom field.</summary>
/// <param name="Id">Its UUID.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">ClickUp's name of its type, such as <c>drop_down</c>.</param>
/// <param name="Configuration">Its <c>type_config</c>, with the options of drop-downs and labels.</param>
internal sealed record CustomFieldInfo(string Id, string Name, string Type, JsonElement Configuration)
{
    /// <summary>The field as something that has a name.</summary>
    public NamedThing Thing { get; } = new(Id, Name, $"{Type} field", []);
}
