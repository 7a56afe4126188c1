using System.Globalization;
using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>Writes bound arguments so that calls that mean the same are the same text, which the binders read back.</summary>
/// <remarks>Absent values leave no trace. An item of a list has no name.</remarks>
internal sealed class CanonicalWriter(Utf8JsonWriter json)
{
    public void Write(string? name, string? value)
    {
        if (value is not null)
        {
            Name(name);
            json.WriteStringValue(value);
        }
    }

    public void Write(string? name, bool? value)
    {
        if (value is { } given)
        {
            Name(name);
            json.WriteBooleanValue(given);
        }
    }

    public void Write(string? name, long? value)
    {
        if (value is { } given)
        {
            Name(name);
            json.WriteNumberValue(given);
        }
    }

    public void Write(string? name, double? value)
    {
        if (value is { } given)
        {
            Name(name);
            CanonicalJson.WriteNumber(json, given);
        }
    }

    /// <summary>A date as the caller said it, since what "tomorrow" means is for the call to find out; case and spaces mean nothing.</summary>
    public void Write(string? name, DateExpression? value) => Write(name, value is null ? null : Spell(value));

    /// <summary>A reference as the caller said it, since what a name means may change; spaces around it mean nothing.</summary>
    public void Write(string? name, EntityReference? value) => Write(name, value is null ? null : Spell(value));

    /// <summary>A comment's Markdown, whose blocks are for the call to find out.</summary>
    public void Write(string? name, CommentText? value) => Write(name, value?.Text);

    /// <summary>A file, whose bytes are in memory, since that is where arguments have them.</summary>
    public void Write(string? name, FileSource? value)
    {
        if (value is not null)
        {
            Name(name);
            json.WriteBase64StringValue(value.Held);
        }
    }

    public void Write(string? name, JsonElement? value)
    {
        if (value is { } given)
        {
            Name(name);
            CanonicalJson.Write(json, given);
        }
    }

    public void Write(string? name, ICanonicalArguments? value)
    {
        if (value is not null)
        {
            Name(name);
            json.WriteStartObject();
            value.WriteTo(this);
            json.WriteEndObject();
        }
    }

    public void Write(string? name, IReadOnlyList<string>? items) =>
        WriteAll(name, items, static (writer, item) => writer.Write(null, item));

    public void Write(string? name, IReadOnlyList<EntityReference>? items) =>
        WriteAll(name, items, static (writer, item) => writer.Write(null, item));

    public void Write(string? name, IReadOnlyList<ICanonicalArguments>? items) =>
        WriteAll(name, items, static (writer, item) => writer.Write(null, item));

    /// <summary>A list of anything else.</summary>
    public void WriteAll<T>(string? name, IReadOnlyList<T>? items, Action<CanonicalWriter, T> write)
    {
        if (items is null)
        {
            return;
        }

        Name(name);
        json.WriteStartArray();
        foreach (T item in items)
        {
            write(this, item);
        }

        json.WriteEndArray();
    }

    /// <summary>Words without an order; none at all are like none given.</summary>
    public void WriteSet(string name, IReadOnlyList<string> words)
    {
        if (words.Count > 0)
        {
            Write(name, [.. words.Order(StringComparer.Ordinal)]);
        }
    }

    /// <summary>A duration, exact to the millisecond.</summary>
    public void WriteDuration(string? name, long? milliseconds) =>
        Write(name, milliseconds is { } given ? given.ToString(CultureInfo.InvariantCulture) + "ms" : null);

    /// <summary>A list without what repeats another item in other words, as a list of unique items must be.</summary>
    public static IReadOnlyList<T>? Distinct<T>(IReadOnlyList<T>? items)
        where T : notnull =>
        items is null
            ? null
            :
            [
                .. items.DistinctBy(static item =>
                    item switch
                    {
                        EntityReference reference => Spell(reference),
                        DateExpression date => Spell(date),
                        _ => (object)item,
                    }
                ),
            ];

    private static string Spell(DateExpression date) =>
        string.Join(' ', date.Text.ToLowerInvariant().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    // A blank name is wrong, but not in the way that an empty one is: that is for the call to find out again.
    private static string Spell(EntityReference reference) =>
        reference.Text.Trim() is { Length: > 0 } trimmed ? trimmed : " ";

    private void Name(string? name)
    {
        if (name is not null)
        {
            json.WritePropertyName(name);
        }
    }
}
