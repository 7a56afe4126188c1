using System.Text.Json;
using ClickUpMcp.Resolution;
using ClickUpMcp.Values;

namespace ClickUpMcp.Api;

/// <summary>Builds one request; the emitted operations are its main callers.</summary>
/// <remarks>Absent (null) values add nothing. Every path segment and query value is escaped.</remarks>
internal sealed class ClickUpRequestBuilder(string operation, ClickUpMethod method)
{
    /// <summary>Appends literal path text from the spec, such as <c>/api/v2/list/</c>.</summary>
    public ClickUpRequestBuilder Path(string literal) => throw new NotSupportedException(operation + method);

    /// <summary>Appends one escaped path segment; refuses one that is empty, <c>.</c> or <c>..</c>.</summary>
    public ClickUpRequestBuilder Segment(string value) => throw new NotSupportedException();

    /// <summary>Appends the id of a resolved reference.</summary>
    public ClickUpRequestBuilder Segment(EntityReference reference) => throw new NotSupportedException();

    public ClickUpRequestBuilder Segment(long value) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, string? value) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, bool? value) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, long? value) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, double? value) => throw new NotSupportedException();

    /// <summary>Adds Unix milliseconds.</summary>
    public ClickUpRequestBuilder Query(string name, DateExpression? value) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, EntityReference? value) => throw new NotSupportedException();

    /// <summary>Adds JSON text.</summary>
    public ClickUpRequestBuilder Query(string name, JsonElement? value) => throw new NotSupportedException();

    /// <summary>Repeats the parameter for each value.</summary>
    public ClickUpRequestBuilder Query(string name, IReadOnlyList<string>? values) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, IReadOnlyList<long>? values) => throw new NotSupportedException();

    public ClickUpRequestBuilder Query(string name, IReadOnlyList<EntityReference>? values) =>
        throw new NotSupportedException();

    /// <summary>The body's writer; touching it makes the request carry a body, <c>{}</c> when nothing is written.</summary>
    public JsonBodyWriter Body => throw new NotSupportedException();

    /// <summary>The finished request.</summary>
    public ClickUpRequest Build() => throw new NotSupportedException();
}
