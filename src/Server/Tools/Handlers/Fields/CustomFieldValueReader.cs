using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Turns what a caller wrote into what a custom field of this type takes.</summary>
/// <param name="field">The field.</param>
/// <param name="context">The call.</param>
/// <param name="held">The field as the task shows it now; undefined when there is no task yet.</param>
/// <remarks>Types and their wire forms: ClickUp's guide to custom fields. What this server shows of a value is read back as that value.</remarks>
internal sealed class CustomFieldValueReader(CustomFieldInfo field, ToolCallContext context, JsonElement held = default)
{
    private const int HighestRating = 5;
    private const string Phrase = "a text";

    /// <summary>Reads the value, looking up members, tasks and options by name.</summary>
    /// <exception cref="ActionableException">It does not fit the field, or names what there is not.</exception>
    public async ValueTask<CustomFieldValue> ReadAsync(JsonElement value, CancellationToken cancellationToken)
    {
        if (IsEmpty(value))
        {
            throw new ActionableException(
                $"The value for the custom field {field.Name} is empty.",
                $"A field of type {field.Type} is not emptied by an empty value.",
                "Use remove_custom_field_value to empty it."
            );
        }

        CustomFieldValue read = await IsShownAsync(value, cancellationToken)
            ? new CustomFieldValue(held.Member("value")) { IsHeld = true }
            : await ReadNewAsync(value, cancellationToken);
        context.Problems.Throw();
        return read;
    }

    private async ValueTask<CustomFieldValue> ReadNewAsync(JsonElement value, CancellationToken cancellationToken) =>
        field.Type switch
        {
            "short_text" or "text" or "url" or "email" or "phone" => Of(value.Text() ?? throw Wrong(Phrase)),
            "number" => Of(FieldNumber.Plain(value) ?? throw Wrong("a number")),
            "currency" => Of(Amount(value)),
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
            "users" or "tasks" or "list_relationship" or "attachment" => await ReferencesAsync(
                value,
                cancellationToken
            ),
            "emoji" => Of(Rating(value)),
            "manual_progress" => Of(new JsonObject { ["current"] = Progress(value) }),
            "location" => new CustomFieldValue(
                FieldPlace.Read(value)
                    ?? throw Wrong(
                        "coordinates, which ClickUp does not look up for an address: \"52.52,13.405 Berlin\", or an object with lat, lng and address"
                    )
            ),
            "button" => Of(Boolean(value)),
            _ => throw new ActionableException(
                $"The custom field {field.Name} cannot be set.",
                $"ClickUp computes fields of type {field.Type}, or fills them in its own application.",
                "Change what it is computed from, or set it in ClickUp."
            ),
        };

    // What is shown may be cut, without seconds or an address without its place: what is stored then stays.
    private async ValueTask<bool> IsShownAsync(JsonElement value, CancellationToken cancellationToken) =>
        field.Type is "short_text" or "text" or "date" or "location"
        && value.Text() is { } text
        && held.Member("value").ValueKind is not (JsonValueKind.Undefined or JsonValueKind.Null)
        && CustomFieldReader.Shown(held, await context.Services.GetZonesAsync(cancellationToken))
            == OutputSanitizer.CleanLine(text);

    private bool IsEmpty(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => true,
            JsonValueKind.String => string.IsNullOrWhiteSpace(value.GetString()),
            JsonValueKind.Array when value.GetArrayLength() == 0 => field.Type
                is not ("labels" or "users" or "tasks" or "list_relationship" or "attachment"),
            _ => false,
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

    private double Amount(JsonElement value)
    {
        string? currency = LenientValue.Text(field.Configuration, "currency_type");
        return FieldNumber.Amount(value, currency)
            ?? throw Wrong(currency is null ? "a number" : $"a number in {currency}, as in 12.50 or 12.50 {currency}");
    }

    private bool Boolean(JsonElement value) =>
        value.ValueKind is JsonValueKind.True or JsonValueKind.False
            ? value.GetBoolean()
            : value.Text()?.Trim().ToLowerInvariant() switch
            {
                "true" or "yes" or "y" or "on" or "1" or "checked" or "ticked" => true,
                "false" or "no" or "n" or "off" or "0" or "unchecked" or "unticked" => false,
                _ => throw Wrong("true or false, or yes or no"),
            };

    private int Rating(JsonElement value)
    {
        double highest = FieldNumber.Configured(field.Configuration, "count") ?? HighestRating;
        return
            FieldNumber.Share(value, 0, highest) is { } rating
            && rating >= 0
            && rating <= highest
            && double.IsInteger(rating)
            ? (int)rating
            : throw Wrong($"a whole number from 0 to {highest}");
    }

    private double Progress(JsonElement value)
    {
        double lowest = FieldNumber.Configured(field.Configuration, "start") ?? 0;
        double? highest = FieldNumber.Configured(field.Configuration, "end");
        JsonElement given = WrittenValue.Unwrap(value);
        given = given.ValueKind == JsonValueKind.Object ? given.Member("current") : given;
        return FieldNumber.Share(given, lowest, highest) is { } current && current >= lowest && !(current > highest)
            ? current
            : throw Wrong(highest is null ? "a number" : $"a number from {lowest} to {highest}");
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

    private async ValueTask<CustomFieldValue> ReferencesAsync(JsonElement value, CancellationToken cancellationToken)
    {
        FieldChange change =
            await new FieldReferences(field, held, context).ReadAsync(value, cancellationToken)
            ?? throw Wrong("names, which replace what it holds, or an object with add and rem");
        return change.In.Count > 1 && field.Configuration.IsTrue("single_user")
            ? throw Wrong("one person")
            : new CustomFieldValue(change.ToJson([])) { Change = change };
    }

    private ActionableException Wrong(string expected) =>
        new(
            $"The value does not fit the custom field {field.Name}.",
            $"A field of type {field.Type} takes {expected}.",
            "Give such a value."
        );
}
