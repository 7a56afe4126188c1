namespace ClickUpMcp.Generators.Json;

/// <summary>One member of an object; its key is a value too, so that it has a position.</summary>
internal sealed record JsonMember(JsonValue Key, JsonValue Value)
{
    public string Name => Key.Text;
}
