using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Turns what a caller wrote into what a custom field of this type takes.</summary>
/// <remarks>Types and their wire forms: ClickUp's guide to custom fields.</remarks>
internal sealed class CustomFieldValueReader(CustomFieldInfo field, ToolCallContext context)
{
    private const int HighestRating = 5;

    /// <summary>Reads the value, looking up members, tasks and options by name.</summary>
    /// <exception cref="ActionableException">It does not fit the field, or names what there is not.</exception>
    public async ValueTask<CustomFieldValue> ReadAsync(JsonElement value, CancellationToken cancellationToken)
    {
        CustomFieldValue read = await ReadTypedAsync(value, cancellationToken);
        context.Problems.Throw();
        return read;
    }

    private async ValueTask<CustomFieldValue> ReadTypedAsync(JsonElement value, CancellationToken cancellationToken) =>
        field.Type switch
        {
            "short_text" or "text" or "url" or "email" or "phone" => Of(Text(value, "a text")),
            "number" or "currency" => Of(Number(value)),
            "checkbox" => Of(Boolean(value)),
            "date" => await DateAsync(value, cancellationToken),
            "drop_down" => Of(Option(Text(value, "the name of an option"))),
            "labels" => Of(
                new JsonArray([
                    .. WrittenValue
                        .Items(value, text => CustomFieldOption.IsNamed(field, text))
                        .Select(Label)
                        .OfType<string>()
                        .Select(static id => (JsonNode)id),
                ])
            ),
            "users" => await ReferencesAsync(value, EntityKind.Member, cancellationToken),
            "tasks" or "list_relationship" => await ReferencesAsync(value, EntityKind.Task, cancellationToken),
            "emoji" => Of(Rating(value)),
            "manual_progress" => Of(new JsonObject { ["current"] = Number(value) }),
            "location" => WrittenValue.Unwrap(value) is { ValueKind: JsonValueKind.Object } place
                ? new CustomFieldValue(place)
                : throw Wrong("an object with location {lat, lng} and formatted_address"),
            "button" => Of(Boolean(value)),
            _ => throw new ActionableException(
                $"The custom field {field.Name} cannot be set.",
                $"ClickUp computes fields of type {field.Type}, or fills them in its own application.",
                "Change what it is computed from, or set it in ClickUp."
            ),
        };

    private static CustomFieldValue Of(JsonNode value, JsonNode? options = null) =>
        new(Element(value), options is null ? null : Element(options));

    private static JsonElement Element(JsonNode node)
    {
        using JsonDocument document = JsonDocument.Parse(node.ToJsonString());
        return document.RootElement.Clone();
    }

    private string Text(JsonElement value, string expected) =>
        value.ValueKind == JsonValueKind.String ? value.GetString()! : throw Wrong(expected);

    private double Number(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number ? value.GetDouble()
        : value.ValueKind == JsonValueKind.String
        && double.TryParse(value.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out double number)
            ? number
        : throw Wrong("a number");

    private bool Boolean(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False ? value.GetBoolean()
        : value.ValueKind == JsonValueKind.String && bool.TryParse(value.GetString(), out bool flag) ? flag
        : throw Wrong("true or false");

    private int Rating(JsonElement value)
    {
        int highest =
            field.Configuration.ValueKind == JsonValueKind.Object
            && field.Configuration.TryGetProperty("count", out JsonElement count)
            && count.TryGetInt32(out int configured)
                ? configured
                : HighestRating;
        double rating = Number(value);
        return rating >= 0 && rating <= highest && double.IsInteger(rating)
            ? (int)rating
            : throw Wrong($"a whole number from 0 to {highest}");
    }

    private async ValueTask<CustomFieldValue> DateAsync(JsonElement value, CancellationToken cancellationToken)
    {
        string text = value.ValueKind == JsonValueKind.Number ? value.GetRawText() : Text(value, "a date");
        if (!DateParser.IsValid(text))
        {
            throw Wrong("a date such as 2026-12-24, tomorrow or next friday 3pm");
        }

        ResolvedDate date = await context.ResolveDateAsync(
            new DateExpression(text, DateEdge.Start, name: field.Name),
            cancellationToken
        );
        return Of(date.UnixMilliseconds, date.HasTime ? new JsonObject { ["time"] = true } : null);
    }

    private string Option(string text) => CustomFieldOption.Find(field, EntityText.Clean(text), context.Lookups);

    // All labels that there are not are told at once.
    private string? Label(JsonElement item)
    {
        try
        {
            return Option(Text(item, "the name of a label"));
        }
        catch (ActionableException problem)
        {
            context.Problems.Add(problem);
            return null;
        }
    }

    private async ValueTask<CustomFieldValue> ReferencesAsync(
        JsonElement value,
        EntityKind kind,
        CancellationToken cancellationToken
    )
    {
        JsonObject change = [];
        if (WrittenValue.Unwrap(value) is { ValueKind: JsonValueKind.Object } sides)
        {
            foreach (string side in new[] { "add", "rem" })
            {
                if (sides.TryGetProperty(side, out JsonElement items))
                {
                    change[side] = await IdsAsync(items, kind, cancellationToken);
                }
            }
        }
        else
        {
            change["add"] = await IdsAsync(value, kind, cancellationToken);
        }

        return change.Count > 0 ? Of(change) : throw Wrong("names, or an object with add and rem");
    }

    private async ValueTask<JsonArray> IdsAsync(JsonElement value, EntityKind kind, CancellationToken cancellationToken)
    {
        JsonArray ids = [];
        foreach (JsonElement item in WrittenValue.Items(value))
        {
            string text = item.ValueKind == JsonValueKind.Number ? item.GetRawText() : Text(item, "a name or id");
            EntityId found = await context.ResolveAsync(
                new EntityReference(kind, text),
                context.Scope(allowCustomId: false),
                cancellationToken
            );
            if (found.IsUnresolved)
            {
                continue;
            }

            JsonNode id =
                kind == EntityKind.Member ? long.Parse(found.Value, CultureInfo.InvariantCulture) : found.Value;
            ids.Add(id);
        }

        return ids;
    }

    private ActionableException Wrong(string expected) =>
        new(
            $"The value does not fit the custom field {field.Name}.",
            $"A field of type {field.Type} takes {expected}.",
            "Give such a value."
        );
}
