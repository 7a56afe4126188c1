using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Binding;

/// <summary>One JSON value with its place; every reader returns null for an absent or wrong value, and records the latter.</summary>
/// <remarks>JSON null is a wrong value everywhere but in <see cref="AsJson"/>.</remarks>
internal readonly struct ArgumentValue
{
    public ArgumentValue(JsonElement? element, ArgumentErrors errors, string path)
    {
        Element = element;
        Errors = errors;
        Path = path;
    }

    /// <summary>The raw value; null when the argument is absent.</summary>
    public JsonElement? Element { get; }

    /// <summary>Where errors go.</summary>
    public ArgumentErrors Errors { get; }

    /// <summary>Where the value stands, as in <c>tasks[2].name</c>.</summary>
    public string Path { get; }

    /// <summary>A string; lengths are in Unicode code points, as in JSON Schema.</summary>
    public string? AsString(int minLength = 0, int maxLength = int.MaxValue, StringFormat format = StringFormat.None) =>
        throw new NotSupportedException();

    /// <summary>A boolean.</summary>
    public bool? AsBoolean() => throw new NotSupportedException();

    /// <summary>A whole number; 5.0 counts, as in JSON Schema. Outside ±2^53 it is refused.</summary>
    public long? AsInteger(long minimum = -(1L << 53), long maximum = 1L << 53) => throw new NotSupportedException();

    /// <summary>A number.</summary>
    public double? AsNumber(double minimum = double.MinValue, double maximum = double.MaxValue) =>
        throw new NotSupportedException();

    /// <summary>A date in any accepted spelling (1 to 100 characters), its syntax checked here.</summary>
    public DateExpression? AsDate(DateEdge edge) => throw new NotSupportedException();

    /// <summary>A duration such as <c>1h 30m</c>, <c>90m</c>, <c>1.5h</c> or minutes in digits (1 to 50 characters), in milliseconds.</summary>
    public long? AsDuration() => throw new NotSupportedException();

    /// <summary>One of a closed set of labels.</summary>
    public string? AsEnum(params ReadOnlySpan<string> labels) => throw new NotSupportedException();

    /// <summary>A name or id of a ClickUp thing (1 to 300 characters, single line).</summary>
    public EntityReference? AsEntity(EntityKind kind) => throw new NotSupportedException();

    /// <summary>Any JSON value up to 64 KiB and 16 levels, copied out of the request.</summary>
    public JsonElement? AsJson() => throw new NotSupportedException();

    /// <summary>An array; <paramref name="read"/> is called for each item and its nulls are left out.</summary>
    public IReadOnlyList<T>? AsArray<T>(
        Func<ArgumentValue, T?> read,
        int minItems = 0,
        int maxItems = int.MaxValue,
        bool uniqueItems = false
    )
        where T : class => throw new NotSupportedException();

    /// <summary>An array of values; <paramref name="read"/> is called for each item and its nulls are left out.</summary>
    public IReadOnlyList<T>? AsValueArray<T>(
        Func<ArgumentValue, T?> read,
        int minItems = 0,
        int maxItems = int.MaxValue,
        bool uniqueItems = false
    )
        where T : struct => throw new NotSupportedException();

    /// <summary>A nested object; <paramref name="bind"/> returns null when it recorded an error.</summary>
    public T? AsObject<T>(Func<ArgumentReader, T?> bind)
        where T : class => throw new NotSupportedException();
}
