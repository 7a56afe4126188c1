using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>Writes a JSON body in which absent values leave no trace, nor do objects and arrays that stay empty.</summary>
/// <remarks>The root is an object opened implicitly, unless <see cref="RootValue"/> is called instead of anything else.</remarks>
internal sealed class JsonBodyWriter
{
    /// <summary>Opens a nested object; it is written only once something lands in it. <paramref name="name"/> is null inside an array.</summary>
    public void BeginObject(string? name) => throw new NotSupportedException();

    public void EndObject() => throw new NotSupportedException();

    /// <summary>Opens a nested array; it is written only once something lands in it.</summary>
    public void BeginArray(string? name) => throw new NotSupportedException();

    public void EndArray() => throw new NotSupportedException();

    /// <summary>Writes a constant given as JSON text.</summary>
    public void Constant(string? name, string json) => throw new NotSupportedException();

    /// <summary>Writes an explicit null.</summary>
    public void Null(string? name) => throw new NotSupportedException();

    public void Value(string? name, string? value) => throw new NotSupportedException();

    public void Value(string? name, bool? value) => throw new NotSupportedException();

    public void Value(string? name, long? value) => throw new NotSupportedException();

    public void Value(string? name, double? value) => throw new NotSupportedException();

    /// <summary>Writes Unix milliseconds as a number.</summary>
    public void Value(string? name, DateExpression? value) => throw new NotSupportedException();

    public void Value(string? name, JsonElement? value) => throw new NotSupportedException();

    /// <summary>Writes the id as a string, or as a number when <paramref name="asNumber"/> is set (user ids).</summary>
    public void Value(string? name, EntityReference? value, bool asNumber = false) => throw new NotSupportedException();

    public void Value(string? name, IReadOnlyList<string>? values) => throw new NotSupportedException();

    public void Value(string? name, IReadOnlyList<long>? values) => throw new NotSupportedException();

    public void Value(string? name, IReadOnlyList<EntityReference>? values, bool asNumber = false) =>
        throw new NotSupportedException();

    /// <summary>Makes the whole body this value instead of an object.</summary>
    public void RootValue(JsonElement value) => throw new NotSupportedException();
}
