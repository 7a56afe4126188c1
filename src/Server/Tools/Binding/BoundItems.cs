using System.Collections;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Compares the items of a bound list by what they mean, whatever form they were sent in.</summary>
internal static class BoundItems
{
    /// <summary>Whether an item means the same as an earlier one.</summary>
    public static bool HaveRepeated<T>(IReadOnlyCollection<T> items) =>
        items.Select(static item => Spell(item)).Distinct(StringComparer.Ordinal).Count() < items.Count;

    private static string Spell(object? item)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter json = new(stream))
        {
            Write(new CanonicalWriter(json), item);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    private static void Write(CanonicalWriter writer, object? item)
    {
        switch (item)
        {
            case string text:
                writer.Write(null, text);
                break;
            case EntityReference reference:
                writer.Write(null, reference.Text);
                break;
            case DateExpression date:
                writer.Write(null, date.Text);
                break;
            case CommentText comment:
                writer.Write(null, comment);
                break;
            case bool flag:
                writer.Write(null, flag);
                break;
            case long number:
                writer.Write(null, number);
                break;
            case double number:
                writer.Write(null, number);
                break;
            case JsonElement json:
                writer.Write(null, json);
                break;
            case FileSource file:
                writer.Write(null, file);
                break;
            case ICanonicalArguments record:
                writer.Write(null, record);
                break;
            case IEnumerable list:
                writer.WriteAll(null, [.. list.Cast<object?>()], static (inner, child) => Write(inner, child));
                break;
        }
    }
}
