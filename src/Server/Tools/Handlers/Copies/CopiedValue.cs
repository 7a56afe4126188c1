using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;
using NodaTime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Turns the value that a custom field shows into one that a field of another list takes.</summary>
/// <param name="place">The list.</param>
/// <param name="zones">The zones of dates.</param>
/// <remarks>Types and their wire forms: ClickUp's guide to custom fields; what is read has other forms than what is written.</remarks>
internal sealed class CopiedValue(CopyPlace place, DateZones zones)
{
    /// <summary>The value; null when there is none, and why it is not there or not whole; null when it is.</summary>
    public (CustomFieldValue? Value, string? Why) Read(JsonElement field, CustomFieldInfo target)
    {
        JsonElement value = field.Member("value");
        return target.Type switch
        {
            "short_text" or "text" or "url" or "email" or "phone" => Of(Node(value.Text())),
            "number" or "currency" or "emoji" => Of(Node(LenientValue.Number(value))),
            "manual_progress" => Of(
                LenientValue.Number(value.ValueKind == JsonValueKind.Object ? value.Member("current") : value)
                    is { } current
                    ? new JsonObject { ["current"] = current }
                    : null
            ),
            "checkbox" => Of(LenientValue.Boolean(value) is { } isTicked ? JsonValue.Create(isTicked) : null),
            "date" => Date(value),
            "drop_down" or "labels" => Options(field, target),
            "users" => People(field),
            "tasks" or "list_relationship" => place.IsSameWorkspace
                ? References(FieldContent.Read(field), hasNumbers: false)
                : (null, "its tasks are in the original's workspace"),
            "location" => FieldPlace.Read(value) is { } where
                ? (new CustomFieldValue(where), null)
                : (null, "ClickUp shows no coordinates of it"),
            // The copy's own are computed anew; files are uploaded one by one.
            "automatic_progress" or "formula" or "attachment" => (null, null),
            _ => (null, $"ClickUp computes fields of type {target.Type}, or fills them in its own application"),
        };
    }

    private (CustomFieldValue? Value, string? Why) Date(JsonElement value)
    {
        if (LenientValue.Number(value) is not { } milliseconds)
        {
            return (null, "its value is no date");
        }

        bool isDay = DateText.IsDay(Instant.FromUnixTimeMilliseconds((long)milliseconds), zones.Days);
        return (
            new CustomFieldValue(
                Element(JsonValue.Create((long)milliseconds)),
                isDay ? null : Element(new JsonObject { ["time"] = true })
            ),
            null
        );
    }

    // The same field knows its options by id; another one of that name has its own.
    private static (CustomFieldValue? Value, string? Why) Options(JsonElement field, CustomFieldInfo target)
    {
        IReadOnlyList<string> ids = FieldContent.Read(field);
        bool isSame = target.Id == field.Text("id");
        IReadOnlyList<CustomFieldOption> own = CustomFieldOption.ReadAll(field.Member("type_config"));
        IReadOnlyList<CustomFieldOption> there = CustomFieldOption.ReadAll(target.Configuration);
        List<string> found = [];
        List<string> missing = [];
        foreach (string id in ids)
        {
            string name = own.FirstOrDefault(option => option.Id == id)?.Name ?? id;
            string? match = isSame
                ? id
                : there.FirstOrDefault(o => string.Equals(o.Name, name, StringComparison.OrdinalIgnoreCase))?.Id;
            (match is null ? missing : found).Add(match ?? name);
        }

        JsonNode? value =
            found.Count == 0 ? null
            : target.Type == "drop_down" ? JsonValue.Create(found[0])
            : new JsonArray([.. found.Select(static id => (JsonNode)id)]);
        return (
            value is null ? null : new CustomFieldValue(Element(value)),
            missing.Count == 0 ? null : $"the field there has no option {string.Join(", ", missing)}"
        );
    }

    private (CustomFieldValue? Value, string? Why) People(JsonElement field)
    {
        IReadOnlyList<string> ids = FieldContent.Read(field);
        string[] there = [.. ids.Where(place.HasMember)];
        (CustomFieldValue? value, _) = References(there, hasNumbers: true);
        return (
            there.Length == 0 ? null : value,
            there.Length < ids.Count ? "some of its people are no members of the other workspace" : null
        );
    }

    private static (CustomFieldValue? Value, string? Why) References(IReadOnlyList<string> ids, bool hasNumbers)
    {
        FieldChange change = new(ids, [], IsWhole: true, hasNumbers);
        return (new CustomFieldValue(change.ToJson([])) { Change = change }, null);
    }

    private static (CustomFieldValue? Value, string? Why) Of(JsonNode? value) =>
        value is null ? (null, "its value cannot be read") : (new CustomFieldValue(Element(value)), null);

    private static JsonValue? Node(string? text) => text is null ? null : JsonValue.Create(text);

    private static JsonValue? Node(decimal? number) => number is { } known ? JsonValue.Create(known) : null;

    private static JsonElement Element(JsonNode node) => BuiltJson.Of(writer => node.WriteTo(writer));
}
