using System.Text.Json.Serialization;
using System.Text;
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

    /// <summary>A request with ids in its path.</summary>
    /// <param name="operation">The official operation id.</param>
    /// <param name="method">The HTTP method.</param>
    /// <param name="template">The path, with <c>{}</c> in place of each id.</param>
    /// <param name="query">The query; empty for none.</param>
    /// <param name="body">The body as JSON; null for none.</param>
    /// <param name="ids">The ids, in the order of the path.</param>
    public static UndoRequest Of(
        string operation,
        ClickUpMethod method,
        string template,
        string query,
        string? body,
        params ReadOnlySpan<string> ids
    )
    {
        string[] segments = template.Split('/');
        uint values = 0;
        int next = 0;
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i] == "{}")
            {
                values |= 1u << i;
                segments[i] = Uri.EscapeDataString(ids[next++]);
            }
        }

        return new UndoRequest(operation, method, string.Join('/', segments), query, body) { ValueSegments = values };
    }

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
