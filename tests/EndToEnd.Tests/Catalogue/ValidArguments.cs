using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EndToEnd.Tests.Catalogue;

/// <summary>Makes calls that must succeed: an example of the tool, with other optional arguments and other values.</summary>
/// <remarks>
/// What only means something beside other values (a status of a list, a page of a doc, an id) is taken from examples; all else
/// is made from the argument's type, up to its bounds.
/// </remarks>
internal sealed class ValidArguments(int seed)
{
    private const int TextLength = 40;

    private static readonly string[] Words =
    [
        "Prüfung",
        "naïve",
        "release",
        "計画",
        "ship it",
        "a/b",
        "50 %",
        "C#",
        "\"quoted\"",
        "tab",
        "😀",
        "x",
    ];

    private static readonly string[] Dates =
    [
        "2026-12-01",
        "2026-12-24T18:30:00Z",
        "tomorrow",
        "next friday 3pm",
        "1795165200000",
        "in 3 days",
        "end of month",
    ];

    // For dates that a rule binds: before those of any example, since then, and after those.
    private static readonly string[] Early = ["2025-12-01", "2025-11-05T09:30:00Z", "1760000000000"];
    private static readonly string[] Recent = ["yesterday 10:00", "yesterday at 3pm", "an hour ago"];
    private static readonly string[] Coming = ["2031-05-04", "2032-02-29T18:30:00Z", "end of 2033", "june 2030"];

    private static readonly string[] Durations = ["45m", "1h 30m", "90", "1.5h", "2d"];

    // Free texts, and members of one kind, that must name what is there.
    private static readonly string[] NamesOfThings = ["attachment", "field", "guest"];

    private static readonly string[] PlaceKinds = ["list", "folder", "space", "member", "user_group"];

    // Values of each entity in any example: what one tool may be given, another may as well.
    private static readonly Dictionary<string, string[]> Places = PlaceKinds.ToDictionary(
        kind => kind,
        kind =>
            SpecTool
                .All.SelectMany(tool =>
                    tool.Examples.SelectMany(example =>
                        tool.Arguments.Where(a => EntityOf(a.Value) == kind)
                            .Select(a => example[a.Key])
                            .OfType<JsonValue>()
                            .Select(value => value.GetValue<string>())
                    )
                )
                .Where(text => text.All(char.IsDigit) || Guid.TryParse(text, out _))
                .Distinct()
                .Order(StringComparer.Ordinal)
                .ToArray()
    );

    // What exists or is allowed only together, so that the example's values stay: tags of a space, further lists of a task,
    // the person whose timer runs, places beside which a field is looked for, folders that do not contain each other, a member,
    // a place for which there is no webhook yet, ends of a span, people who come and people who go,
    // a name that files may have, sections that a page has and what they read.
    private static readonly Dictionary<string, string[]> Together = new()
    {
        ["add_task_to_list"] = ["list"],
        ["create_folder_from_template"] = ["space", "parent"],
        ["create_webhook"] = ["events", "endpoint", "space", "folder", "list", "task"],
        ["delete_space_tag"] = ["space", "tag"],
        ["edit_document_section"] = ["section", "version"],
        ["edit_tracked_time"] = ["start", "end", "time"],
        ["get_current_time_entry"] = ["assignee"],
        ["get_document_section"] = ["section"],
        ["get_workspace_tasks"] = ["lists", "folders", "spaces"],
        ["list_sprints"] = ["folder", "space"],
        ["list_tasks"] = ["list", "folder", "space", "sprint"],
        ["move_folder"] = ["folder", "parent", "space"],
        ["create_task"] = ["list", "custom_fields"],
        ["move_task"] = ["list"],
        ["remove_task_from_list"] = ["list"],
        ["set_time_estimates"] = ["task", "estimates"],
        ["track_time"] = ["start", "end", "time"],
        ["update_goal"] = ["add_owners", "remove_owners"],
        ["update_space_tag"] = ["space", "tag"],
        ["update_task"] = ["list"],
        ["update_user"] = ["user"],
        ["upload_attachment"] = ["file_name"],
        ["update_user_group"] = ["members_to_add", "members_to_remove"],
    };

    private readonly Random _random = new(seed);

    /// <summary>Arguments for one call.</summary>
    public JsonObject Next(SpecTool tool)
    {
        var example = tool.Examples[_random.Next(tool.Examples.Count)];
        var call = example.DeepClone().AsObject();
        string[] bound =
        [
            .. new[] { "exactlyOne", "atLeastOne", "atMostOne", "requires" }.SelectMany(tool.Rules).SelectMany(n => n),
        ];
        string[] together = Together.GetValueOrDefault(tool.Name, []);
        string[] cleared = [.. (call["clear"] as JsonArray ?? []).Select(name => name!.GetValue<string>())];
        foreach (
            var (name, definition) in tool.Arguments.Where(a => !together.Contains(a.Key) && !cleared.Contains(a.Key))
        )
        {
            var required = definition.TryGetProperty("required", out var flag) && flag.GetBoolean();
            if (call.ContainsKey(name))
            {
                if (
                    !NamesOfThings.Contains(name)
                    && !IsGiven(definition)
                    && MakeArgument(tool, name) is { } other
                    && _random.Next(2) == 0
                )
                {
                    call[name] = other;
                }
            }
            else if (!required && !bound.Contains(name) && !IsAlias(example, definition) && _random.Next(3) == 0)
            {
                if (MakeArgument(tool, name) is { } value)
                {
                    call[name] = value;
                }
            }
        }

        HoldApart(tool, call);
        AddClear(tool, call);
        AddOutput(tool, call);
        return call;
    }

    // Of things that must differ, the later one goes where both are the same.
    private static void HoldApart(SpecTool tool, JsonObject call)
    {
        foreach (var rule in tool.Rules("distinct"))
        {
            HashSet<string> seen = [];
            foreach (var name in rule.Where(call.ContainsKey))
            {
                string[] values = call[name] is JsonArray list
                    ? [.. list.Select(static item => item!.ToString())]
                    : [call[name]!.ToString()];
                if (seen.Overlaps(values))
                {
                    call.Remove(name);
                }
                else
                {
                    seen.UnionWith(values);
                }
            }
        }
    }

    private void AddClear(SpecTool tool, JsonObject call)
    {
        string[] names =
        [
            .. tool
                .Arguments.Where(a => a.Value.TryGetProperty("clearable", out _))
                .Where(a => !call.ContainsKey(a.Key) && !IsAlias(call, a.Value))
                .Select(a => a.Key),
        ];
        if (names.Length > 0 && !call.ContainsKey("clear") && _random.Next(3) == 0)
        {
            call["clear"] = new JsonArray(Pick(names));
        }
    }

    private void AddOutput(SpecTool tool, JsonObject call)
    {
        if (
            _random.Next(3) == 0
            && tool.Entry.TryGetProperty("response", out var response)
            && response.TryGetProperty("shape", out _)
        )
        {
            call["detail_level"] = Pick("names", "summary", "full");
        }
    }

    private static bool IsAlias(JsonObject example, JsonElement definition) =>
        definition.TryGetProperty("aliases", out var aliases)
        && aliases.EnumerateArray().Any(alias => example.ContainsKey(alias.GetString()!));

    /// <summary>Whether only an example knows a value that exists.</summary>
    private static bool IsGiven(JsonElement definition) =>
        EntityOf(definition) is { } entity
            ? !PlaceKinds.Contains(entity)
            : Text(definition, "format") is "id" or "digits" or "uuid" || Type(definition) is "json";

    private JsonNode? MakeArgument(SpecTool tool, string name)
    {
        var definition = tool.Arguments[name];
        if (Type(definition) is not "date")
        {
            return Make(definition, 0);
        }

        string[][] orders = [.. tool.Rules("ordered").Concat(tool.Rules("increasing")).Where(n => n.Contains(name))];
        if (orders.Any(names => names[0] == name))
        {
            return Pick(Early);
        }

        return tool.Rules("notFuture").Any(names => names.Contains(name)) ? Pick(Recent)
            : orders.Length > 0 ? Pick(Coming)
            : Make(definition, 0);
    }

    private JsonNode? Make(JsonElement definition, int depth)
    {
        switch (Type(definition))
        {
            case "boolean":
                return _random.Next(2) == 0;
            case "integer":
                return Number(definition, 1000);
            case "number":
                return Number(definition, 1000);
            case "date":
                return Pick(Dates);
            case "duration":
                return Pick(Durations);
            case "enum":
                return Pick([.. definition.GetProperty("values").EnumerateObject().Select(v => v.Name)]);
            case "entity":
                return
                    EntityOf(definition) is { } entity
                    && Places.TryGetValue(entity, out var places)
                    && places.Length > 0
                    ? Pick(places)
                    : null;
            case "array":
                return MakeArray(definition, depth);
            case "object":
                return MakeObject(definition, depth);
            case "json":
                return null;
            default:
                return MakeText(definition);
        }
    }

    private JsonNode? MakeArray(JsonElement definition, int depth)
    {
        var minimum = Integer(definition, "minItems") ?? 0;
        var count = Math.Min(Math.Max(minimum, _random.Next(1, 4)), Integer(definition, "maxItems") ?? 3);
        var items = new JsonArray();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < count * 3 && items.Count < count; i++)
        {
            if (Make(definition.GetProperty("items"), depth + 1) is { } item && seen.Add(item.ToJsonString()))
            {
                items.Add(item);
            }
        }

        return items.Count >= Math.Max(1, minimum) ? items : null;
    }

    private JsonNode? MakeObject(JsonElement definition, int depth)
    {
        var made = new JsonObject();
        foreach (var field in definition.GetProperty("fields").EnumerateObject())
        {
            var required = field.Value.TryGetProperty("required", out var flag) && flag.GetBoolean();
            var isMade = !NamesOfThings.Contains(field.Name) && (required || _random.Next(2) == 0);
            var value = isMade ? Make(field.Value, depth + 1) : null;
            if (value is not null)
            {
                made[field.Name] = value;
            }
            else if (required)
            {
                return null;
            }
        }

        return made;
    }

    private JsonNode? MakeText(JsonElement definition)
    {
        switch (Text(definition, "format"))
        {
            case "email":
                return $"someone{_random.Next(100)}@example.org";
            case "https_url":
                return $"https://example.org/{_random.Next(100)}";
            case "color":
                return $"#{_random.Next(0x1000000).ToString("x6", CultureInfo.InvariantCulture)}";
            case "id" or "digits" or "uuid":
                return null;
        }

        var maximum = Math.Min(Integer(definition, "maxLength") ?? TextLength, TextLength);
        var text = Pick(Words);
        while (
            text.Length < (Integer(definition, "minLength") ?? 0) || (_random.Next(2) == 0 && text.Length < maximum / 2)
        )
        {
            text += " " + Pick(Words);
        }

        return text.Length <= maximum ? text : "x";
    }

    private JsonNode Number(JsonElement definition, int reach)
    {
        var minimum = Bound(definition, "minimum") ?? 0;
        var maximum = Math.Min(Bound(definition, "maximum") ?? minimum + reach, minimum + reach);
        return (long)(minimum + _random.NextInt64((long)(maximum - minimum) + 1));
    }

    private string Pick(params string[] values) => values[_random.Next(values.Length)];

    private static string Type(JsonElement definition) =>
        Text(definition, "type") ?? (definition.TryGetProperty("entity", out _) ? "entity" : "string");

    /// <summary>The entity of an argument or of its items; null when it is none.</summary>
    private static string? EntityOf(JsonElement definition) =>
        Text(definition, "entity") ?? (definition.TryGetProperty("items", out var items) ? EntityOf(items) : null);

    private static string? Text(JsonElement definition, string key) =>
        definition.TryGetProperty(key, out var value) ? value.GetString() : null;

    private static int? Integer(JsonElement definition, string key) =>
        definition.TryGetProperty(key, out var value) ? value.GetInt32() : null;

    private static double? Bound(JsonElement definition, string key) =>
        definition.TryGetProperty(key, out var value) ? value.GetDouble() : null;
}
