using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A tool's input schema without the arguments that most tools have.</summary>
internal static class LeanSchema
{
    /// <summary>Writes it as JSON Schema.</summary>
    public static void Write(Utf8JsonWriter writer, ToolDescriptor tool)
    {
        using JsonDocument schema = JsonDocument.Parse(tool.InputSchema);
        writer.WriteStartObject();
        foreach (JsonProperty member in schema.RootElement.EnumerateObject())
        {
            if (!member.NameEquals("properties"u8))
            {
                member.WriteTo(writer);
                continue;
            }

            writer.WriteStartObject(member.Name);
            foreach (JsonProperty argument in member.Value.EnumerateObject())
            {
                if (Array.IndexOf(tool.StandardArguments, argument.Name) < 0)
                {
                    argument.WriteTo(writer);
                }
            }

            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }
}
