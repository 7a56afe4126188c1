using System.Text;
using System.Text.Json.Serialization;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A request that undoes something, or looks whether that can be done.</summary>
/// <param name="Operation">The official operation id.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Path">Absolute path with escaped segments.</param>
/// <param name="Query">Escaped query string; empty when there is none.</param>
/// <param name="Body">The body as JSON; null for none.</param>
internal sealed record UndoRequest(
    string Operation,
    ClickUpMethod Method,
    string Path,
    string Query,
    string? Body = null
)
{
    /// <summary>Which segments of the path are values, one bit each, as in <see cref="ClickUpRequest.ValueSegments"/>.</summary>
    public uint ValueSegments { get; init; } = uint.MaxValue;

    /// <summary>How much memory it takes, roughly.</summary>
    [JsonIgnore]
    public int Size => 2 * (Path.Length + Query.Length + (Body?.Length ?? 0));

    /// <summary>The request as it is sent.</summary>
    public ClickUpRequest ToRequest() =>
        new(Operation, Method, Path, Query, Body is null ? default : Encoding.UTF8.GetBytes(Body))
        {
            MayBeEmpty = true,
            ValueSegments = ValueSegments,
        };
}
