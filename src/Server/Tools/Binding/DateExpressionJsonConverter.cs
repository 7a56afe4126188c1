using System.Text.Json;
using System.Text.Json.Serialization;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Writes a date as the caller's words, for the canonical form of a call's arguments.</summary>
internal sealed class DateExpressionJsonConverter : JsonConverter<DateExpression>
{
    public override DateExpression Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
        throw new JsonException("Dates are bound by ArgumentReader, which knows their edge.");

    public override void Write(Utf8JsonWriter writer, DateExpression value, JsonSerializerOptions options) =>
        writer.WriteStringValue(value.Text);
}
