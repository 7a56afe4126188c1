using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>A custom field with the value that it is to get.</summary>
/// <param name="Field">The field's definition.</param>
/// <param name="Value">What it is to hold.</param>
/// <param name="Held">The field as the task shows it now; undefined for a task that is yet to be.</param>
internal sealed record FieldAssignment(CustomFieldInfo Field, CustomFieldValue Value, JsonElement Held)
{
    /// <summary>What goes into <c>value</c>.</summary>
    public JsonElement Sent => Value.Change?.ToJson(FieldContent.Read(Held)) ?? Value.Value;

    /// <summary>Whether the field holds the value already, so that there is nothing to send.</summary>
    public bool IsDone => Value.IsHeld || Value.Change?.IsDone(FieldContent.Read(Held)) == true;

    /// <summary>The values with which a task is created.</summary>
    public static JsonElement ToJson(IReadOnlyList<FieldAssignment> fields) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (FieldAssignment set in fields)
            {
                writer.WriteStartObject();
                writer.WriteString("id", set.Field.Id);
                writer.WritePropertyName("value");
                set.Sent.WriteTo(writer);
                if (set.Value.Options is { } options)
                {
                    writer.WritePropertyName("value_options");
                    options.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    /// <summary>The request that sets it on a task that exists.</summary>
    public ClickUpRequest RequestFor(TaskId task) =>
        ClickUpOperations.SetFieldValue(task, Field.Id, Sent, valueOptions: Value.Options);

    /// <summary>Whether a task that was read afterwards holds the value.</summary>
    /// <param name="task">The task.</param>
    /// <param name="zones">The zones in which days are compared.</param>
    public bool IsShownIn(JsonElement task, DateZones zones)
    {
        // A button keeps nothing.
        if (Value.IsHeld || Field.Type == "button")
        {
            return true;
        }

        JsonElement shown = task.Items("custom_fields").FirstOrDefault(field => field.Text("id") == Field.Id);
        IReadOnlyList<string> held = FieldContent.Read(shown);
        if (Value.Change is { } change)
        {
            return change.IsDone(held);
        }

        return Field.Type switch
        {
            "date" => DateText.Format(shown.Member("value"), zones) == DateText.Format(Value.Value, zones),
            "checkbox" => LenientValue.Boolean(shown.Member("value")) == Value.Value.GetBoolean(),
            "manual_progress" => FieldContent.AreSame(held, FieldContent.Texts(Value.Value.Member("current"))),
            "location" => Place(shown.Member("value")) == Place(Value.Value),
            _ => FieldContent.AreSame(held, FieldContent.Texts(Value.Value)),
        };
    }

    private static (decimal? Latitude, decimal? Longitude) Place(JsonElement value)
    {
        JsonElement point = value.Member("location");
        return (LenientValue.Number(point.Member("lat")), LenientValue.Number(point.Member("lng")));
    }
}
