using System.Text.Json;
using ClickUpMcp.Resolution;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>One condition on a custom field, in ClickUp's terms, and the check of it on the tasks that ClickUp found.</summary>
/// <param name="Field">The field.</param>
/// <param name="Operator">ClickUp's operator.</param>
/// <param name="Value">The value in ClickUp's terms; null for operators that take none.</param>
internal sealed record FieldCondition(CustomFieldInfo Field, string Operator, JsonElement? Value)
{
    /// <summary>The members of a task that conditions read.</summary>
    public static readonly string[] Members = ["custom_fields"];

    // ClickUp computes these, or keeps in them what no operator compares.
    private static readonly string[] Unjudged = ["location", "attachment", "formula", "automatic_progress", "votes"];

    private static readonly string[] TextTypes = ["short_text", "text", "url", "email", "phone"];

    /// <summary>The conditions as ClickUp's <c>custom_fields</c> parameter.</summary>
    public static JsonElement ToJson(IReadOnlyList<FieldCondition> conditions) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (FieldCondition condition in conditions)
            {
                writer.WriteStartObject();
                writer.WriteString("field_id", condition.Field.Id);
                writer.WriteString("operator", condition.Operator);
                if (condition.Value is { } value)
                {
                    writer.WritePropertyName("value");
                    value.WriteTo(writer);
                }

                writer.WriteEndObject();
            }

            writer.WriteEndArray();
        });

    /// <summary>Whether the task, as ClickUp answered it, fulfils the condition; true where that cannot be told.</summary>
    public bool Matches(JsonElement task)
    {
        if (Array.IndexOf(Unjudged, Field.Type) >= 0)
        {
            return true;
        }

        IReadOnlyList<string> held = FieldContent.Read(
            task.Items("custom_fields").FirstOrDefault(field => field.Text("id") == Field.Id)
        );
        IReadOnlyList<string> wanted = Value is { } value ? FieldContent.Texts(value) : [];
        return Operator switch
        {
            "IS NULL" => held.Count == 0,
            "IS NOT NULL" => held.Count > 0,
            "=" => Equal(held, wanted, isExact: false),
            "==" => Equal(held, wanted, isExact: true),
            "!=" => !Equal(held, wanted, isExact: false),
            "!==" => !Equal(held, wanted, isExact: true),
            "ANY" => wanted.Any(item => Has(held, item)),
            "NOT ANY" => !wanted.Any(item => Has(held, item)),
            "ALL" => wanted.All(item => Has(held, item)),
            "NOT ALL" => !wanted.All(item => Has(held, item)),
            "RANGE" => Compare(held, wanted[0]) >= 0 && Compare(held, wanted[1]) <= 0,
            "<" => Compare(held, wanted[0]) < 0,
            "<=" => Compare(held, wanted[0]) <= 0,
            ">" => Compare(held, wanted[0]) > 0,
            ">=" => Compare(held, wanted[0]) >= 0,
            _ => true,
        };
    }

    // For texts "=" means contains; a box that was never ticked is not ticked.
    private bool Equal(IReadOnlyList<string> held, IReadOnlyList<string> wanted, bool isExact)
    {
        if (Field.Type == "checkbox" && held.Count == 0)
        {
            return Has(wanted, "false");
        }

        return !isExact && Array.IndexOf(TextTypes, Field.Type) >= 0
            ? held.Any(text => text.Contains(wanted[0], StringComparison.OrdinalIgnoreCase))
            : wanted.Any(item => Has(held, item));
    }

    private static bool Has(IReadOnlyList<string> held, string wanted) =>
        held.Any(item => FieldContent.IsSame(item, wanted));

    private static int? Compare(IReadOnlyList<string> held, string bound) =>
        held.Count > 0 && FieldContent.Number(held[0]) is { } value && FieldContent.Number(bound) is { } limit
            ? value.CompareTo(limit)
            : null;
}
