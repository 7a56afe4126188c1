using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Turns a condition in people's words into one in ClickUp's terms.</summary>
internal sealed class FieldConditionReader(CustomFieldInfo field, ToolCallContext context)
{
    private static readonly string[] ListOperators = ["ANY", "ALL", "NOT ANY", "NOT ALL"];
    private static readonly string[] ListTypes = ["labels", "users", "tasks", "list_relationship"];

    /// <summary>Reads the operator's value, looking up options, people and tasks by name.</summary>
    /// <exception cref="ActionableException">It does not fit the operator or the field.</exception>
    public async ValueTask<FieldCondition> ReadAsync(
        string wanted,
        JsonElement? value,
        CancellationToken cancellationToken
    )
    {
        if (wanted is "IS NULL" or "IS NOT NULL")
        {
            return new FieldCondition(field, wanted, null);
        }

        if (value is not { } given || given.ValueKind == JsonValueKind.Null)
        {
            throw Wrong($"the operator {wanted} needs a value");
        }

        if (wanted == "RANGE")
        {
            return await RangeAsync(given, cancellationToken);
        }

        string chosen = OperatorFor(wanted);
        if (ListOperators.Contains(chosen))
        {
            List<JsonElement> items = [];
            foreach (JsonElement item in WrittenValue.Items(given, text => CustomFieldOption.IsNamed(field, text)))
            {
                items.Add(await OneAsync(item, DateEdge.Start, cancellationToken));
            }

            return new FieldCondition(field, chosen, ArrayOf(items));
        }

        // ClickUp stores a day as a moment within it, so equality with a day is a range.
        if (field.Type == "date" && (chosen is "=" or "=="))
        {
            return await RangeAsync(ArrayOf([given, given]), cancellationToken);
        }

        DateEdge edge = chosen is ">" or "<=" ? DateEdge.End : DateEdge.Start;
        return new FieldCondition(field, chosen, await OneAsync(given, edge, cancellationToken));
    }

    // Equality of fields that hold several things is asked for with the operators for lists.
    private string OperatorFor(string wanted) =>
        !ListTypes.Contains(field.Type) ? wanted
        : wanted is "=" or "==" ? "ANY"
        : wanted is "!=" or "!==" ? "NOT ANY"
        : wanted;

    private async ValueTask<FieldCondition> RangeAsync(JsonElement value, CancellationToken cancellationToken)
    {
        IReadOnlyList<JsonElement> bounds = WrittenValue.Items(value);
        if (bounds.Count != 2)
        {
            throw Wrong("RANGE takes an array of two, the low and the high value");
        }

        JsonElement low = await OneAsync(bounds[0], DateEdge.Start, cancellationToken);
        JsonElement high = await OneAsync(bounds[1], DateEdge.End, cancellationToken);
        return new FieldCondition(field, "RANGE", ArrayOf([low, high]));
    }

    private async ValueTask<JsonElement> OneAsync(JsonElement value, DateEdge edge, CancellationToken cancellationToken)
    {
        switch (field.Type)
        {
            case "date":
                return await DateAsync(value, edge, cancellationToken);
            case "formula" or "automatic_progress" or "manual_progress" or "votes":
                return value;
            case "location" or "attachment" or "button":
                throw Wrong("only IS NULL and IS NOT NULL work here");
        }

        CustomFieldValue read = await new CustomFieldValueReader(field, context).ReadAsync(value, cancellationToken);
        return field.Type switch
        {
            "labels" => read.Value[0],
            "users" or "tasks" or "list_relationship" => read.Value.GetProperty("add")[0],
            _ => read.Value,
        };
    }

    private async ValueTask<JsonElement> DateAsync(
        JsonElement value,
        DateEdge edge,
        CancellationToken cancellationToken
    )
    {
        if (value.Text() is not { } text || !DateParser.IsValid(text))
        {
            throw Wrong("the value must be a date such as 2026-12-24 or next friday");
        }

        ResolvedDate date = await context.ResolveDateAsync(
            new DateExpression(text, edge, name: field.Name),
            cancellationToken
        );
        return BuiltJson.Of(writer => writer.WriteNumberValue(date.UnixMilliseconds));
    }

    private static JsonElement ArrayOf(IReadOnlyList<JsonElement> items) =>
        BuiltJson.Of(writer =>
        {
            writer.WriteStartArray();
            foreach (JsonElement item in items)
            {
                item.WriteTo(writer);
            }

            writer.WriteEndArray();
        });

    private ActionableException Wrong(string why) =>
        new(
            $"The filter on the custom field {field.Name} cannot be sent.",
            $"It is a field of type {field.Type}: {why}.",
            "Change the operator or the value."
        );
}
