using System.Text.Json;
using System.Text.Json.Serialization;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Writes a reference as the caller's words, for the canonical form of a call's arguments.</summary>
internal sealed class EntityReferenceJsonConverter : JsonConverter<EntityReference>
{
    public override EntityReference Read(
        ref Utf8JsonReader reader,
        Type typeToConvert,
        JsonSerializerOptions options
    ) => throw new JsonException("References are bound by ArgumentReader, which knows their kind.");

    public override void Write(Utf8JsonWriter writer, EntityReference value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
