using System.Buffers;
using System.Runtime.InteropServices;
using System.Text.Json;
using ClickUpMcp.Tools.Binding;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>The arguments that make a call a bulk call, apart from those that each item is read with.</summary>
/// <param name="Items">The items as given, each the arguments of a call of its own.</param>
/// <param name="General">The arguments that hold for all items which do not say otherwise.</param>
internal sealed record BulkOptions(IReadOnlyList<JsonElement> Items, JsonElement General)
{
    private const int UsualConcurrency = 4;
    private const string WhereName = "where";
    private const string DefaultsName = "defaults";
    private const string ContinueName = "continue_on_error";
    private const string ConcurrencyName = "concurrency";

    /// <summary>Filters that choose items; null for none.</summary>
    public JsonElement? Where { get; private init; }

    /// <summary>Whether a failure ends no other item.</summary>
    public bool ContinuesOnError { get; private init; }

    /// <summary>How many requests may be under way at once.</summary>
    public int Concurrency { get; private init; }

    /// <summary>Whether any argument is one of a bulk call.</summary>
    public static bool AreIn(JsonElement arguments, BulkDefinition bulk) =>
        arguments.ValueKind == JsonValueKind.Object
        && arguments.EnumerateObject().Any(member => IsOfBulk(member, bulk));

    /// <summary>Whether those are all null, so that the others are the arguments of one call.</summary>
    public static bool AreNull(JsonElement arguments, BulkDefinition bulk) =>
        arguments
            .EnumerateObject()
            .All(member => member.Value.ValueKind == JsonValueKind.Null || !IsOfBulk(member, bulk));

    /// <summary>The arguments that each item is read with.</summary>
    public static JsonElement Others(JsonElement arguments, BulkDefinition bulk) => Without(arguments, bulk, null);

    /// <summary>Reads them; null when errors were recorded.</summary>
    public static BulkOptions? Read(JsonElement arguments, BulkDefinition bulk, ArgumentErrors errors)
    {
        ArgumentReader reader = new(arguments, errors);
        ArgumentValue given = reader.Optional(bulk.Items, bulk.Aliases);
        IReadOnlyList<JsonElement>? items = ReadItems(given, bulk);
        JsonElement? where = bulk.Where is null ? null : reader.Optional(WhereName).AsJson(JsonContent.Object);
        JsonElement? defaults =
            bulk.Nested.Length == 0 ? null : reader.Optional(DefaultsName).AsJson(JsonContent.Object);
        bool continues = reader.Optional(ContinueName).AsBoolean() ?? true;
        long? concurrency = reader.Optional(ConcurrencyName).AsInteger(1, ArgumentLimits.BulkConcurrency);
        if (items is not null && where is not null)
        {
            reader.AtMostOne(bulk.Items, WhereName);
        }

        if (errors.Any)
        {
            return null;
        }

        JsonElement general = Without(arguments, bulk, defaults);
        // Without any list it is one call, which the other arguments say.
        items ??= where is null
            ? [Only(arguments, name => Array.Exists(bulk.Nested, nested => name == nested.Argument))]
            : [];
        return new BulkOptions(items, general)
        {
            Where = where,
            ContinuesOnError = continues,
            Concurrency = (int)(concurrency ?? (continues ? UsualConcurrency : 1)),
        };
    }

    /// <summary>An item that names one thing.</summary>
    public static JsonElement Naming(string argument, string text) =>
        JsonElement.Parse(
            ToBytes(writer =>
            {
                writer.WriteStartObject();
                writer.WriteString(argument, text);
                writer.WriteEndObject();
            }).Span
        );

    /// <summary>The items of a list, or the one item that is given in its place; null when there is none.</summary>
    public static IReadOnlyList<JsonElement>? ReadItems(ArgumentValue list, BulkDefinition? bulk) =>
        list.Element is { ValueKind: JsonValueKind.Object } one
            ? [one]
            : list.AsValueArray(item => ReadItem(item, bulk), minItems: 1, maxItems: ArgumentLimits.BulkItems);

    private static JsonElement? ReadItem(ArgumentValue item, BulkDefinition? bulk)
    {
        if (bulk is not null && item.Element is { ValueKind: JsonValueKind.String or JsonValueKind.Number } named)
        {
            string text = named.ValueKind == JsonValueKind.String ? JsonText.Read(named) : named.GetRawText();
            return Naming(bulk.Item, text);
        }

        return item.AsJson(JsonContent.Object);
    }

    /// <summary>The members of an object that have these names.</summary>
    public static JsonElement Only(JsonElement given, Func<string, bool> isWanted) =>
        Write(given.EnumerateObject().Where(member => isWanted(JsonText.Name(member))));

    /// <summary>An object with one member of this name and text, in place of any that it has.</summary>
    public static JsonElement With(JsonElement given, string name, string text) =>
        Write(
            given
                .EnumerateObject()
                .Where(member => JsonText.Name(member) != name)
                .Concat(Naming(name, text).EnumerateObject())
        );

    /// <summary>An object with the members of both.</summary>
    public static JsonElement Join(JsonElement one, JsonElement other) =>
        Write(one.EnumerateObject().Concat(other.EnumerateObject()));

    // What the call gives itself comes before its defaults.
    private static JsonElement Without(JsonElement arguments, BulkDefinition bulk, JsonElement? defaults)
    {
        JsonProperty[] own = [.. arguments.EnumerateObject().Where(member => !IsOfBulk(member, bulk))];
        return Write(
            own.Concat(
                defaults?.EnumerateObject().Where(member => !Array.Exists(own, other => other.NameEquals(member.Name)))
                    ?? []
            )
        );
    }

    private static JsonElement Write(IEnumerable<JsonProperty> members) =>
        JsonElement.Parse(
            ToBytes(writer =>
            {
                writer.WriteStartObject();
                foreach (JsonProperty member in members)
                {
                    writer.WritePropertyName(JsonText.Name(member));
                    writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(member.Value), skipInputValidation: true);
                }

                writer.WriteEndObject();
            }).Span
        );

    private static bool IsOfBulk(JsonProperty member, BulkDefinition bulk)
    {
        // Half a surrogate pair can be read only so.
        string name = JsonText.Name(member);
        return name == bulk.Items
            || Array.IndexOf(bulk.Aliases, name) >= 0
            || (name == WhereName && bulk.Where is not null)
            || (name == DefaultsName && bulk.Nested.Length > 0)
            || Array.Exists(bulk.Nested, nested => name == nested.Argument)
            || name is ContinueName or ConcurrencyName;
    }

    private static ReadOnlyMemory<byte> ToBytes(Action<Utf8JsonWriter> write)
    {
        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            write(writer);
        }

        return buffer.WrittenMemory;
    }
}
