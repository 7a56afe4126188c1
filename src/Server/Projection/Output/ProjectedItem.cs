using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>The chosen fields of one item, in order; absent values are null.</summary>
internal sealed record ProjectedItem(ShapeField[] Fields, FieldValue?[] Values)
{
    /// <summary>Reads the fields out of a raw item.</summary>
    public static ProjectedItem Read(JsonElement item, ShapeField[] fields, FieldContext context) =>
        Read([item], fields, context)[0];

    /// <summary>Reads the fields out of each of several raw items.</summary>
    public static ProjectedItem[] Read(IReadOnlyList<JsonElement> items, ShapeField[] fields, FieldContext context)
    {
        ProjectedItem[] read = new ProjectedItem[items.Count];
        ItemMembers members = new();
        for (int i = 0; i < read.Length; i++)
        {
            members.Take(items[i]);
            FieldValue?[] values = new FieldValue?[fields.Length];
            for (int field = 0; field < values.Length; field++)
            {
                values[field] = FieldReader.Read(members, fields[field], context);
            }

            read[i] = new ProjectedItem(fields, values);
        }

        return read;
    }

    /// <summary>The item with so many characters in each field from a place on; without the fields that do not reach that far.</summary>
    public ProjectedItem Window(int start, int length, AuthoredTexts? texts = null)
    {
        FieldValue?[] values = [.. Values.Select(value => value?.Window(start, length, texts))];
        return start == 0
            ? this with
            {
                Values = values,
            }
            : new ProjectedItem(
                [.. Fields.Where((_, i) => values[i] is not null)],
                [.. values.Where(static value => value is not null)]
            );
    }

    /// <summary>The item with at most so many characters in each field.</summary>
    public ProjectedItem Shortened(int length) =>
        this with
        {
            Values = [.. Values.Select(value => value?.Shortened(length))],
        };
}
