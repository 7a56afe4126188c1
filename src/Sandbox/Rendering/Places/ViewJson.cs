using System.Text.Json;
using ClickUpMcp.Sandbox.Model;

namespace ClickUpMcp.Sandbox.Rendering;

/// <summary>Views.</summary>
internal static class ViewJson
{
    public static void WriteOrNull(Utf8JsonWriter writer, View? view)
    {
        if (view is null)
        {
            writer.WriteNullValue();
        }
        else
        {
            Write(writer, view);
        }
    }

    public static void Write(Utf8JsonWriter writer, View view)
    {
        writer.WriteStartObject();
        writer.WriteString("id", view.Id);
        writer.WriteString("name", view.Name);
        writer.WriteString("type", view.Type);
        writer.WriteStartObject("parent");
        writer.WriteString("id", view.Parent.Id);
        writer.WriteNumber("type", view.Parent.Type);
        writer.WriteEndObject();
        foreach (var (name, part) in view.Parts)
        {
            writer.WritePropertyName(name);
            part.WriteTo(writer);
        }

        writer.WriteMoment("date_created", view.DateCreated);
        writer.WriteNumber("creator", view.Creator.Id);
        writer.WriteString("visibility", view.Visibility);
        writer.WriteBoolean("protected", view.IsProtected);
        writer.WriteString("protected_note", view.ProtectedNote);
        writer.WriteNullable("protected_by", view.ProtectedBy?.Id);
        writer.WriteMoment("date_protected", view.DateProtected);
        writer.WriteNumber("orderindex", view.OrderIndex);
        writer.WriteEndObject();
    }
}
