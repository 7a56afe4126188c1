using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A request of the undo table, with holes.</summary>
/// <param name="Operation">The official operation id.</param>
/// <param name="Method">The HTTP method.</param>
/// <param name="Address">Path and query.</param>
/// <param name="Body">The body; undefined for none.</param>
/// <param name="When">The value that must be there for it; null when it always fits.</param>
internal sealed record UndoBy(string Operation, ClickUpMethod Method, string Address, JsonElement Body, string? When)
{
    /// <summary>Reads <c>Operation METHOD /path</c>, or <c>Operation /path</c> for what reads.</summary>
    public static UndoBy Parse(string text, JsonElement body = default, string? when = null)
    {
        string[] parts = text.Split(' ');
        ClickUpMethod method =
            parts.Length < 3 ? ClickUpMethod.Get : Enum.Parse<ClickUpMethod>(parts[1], ignoreCase: true);
        return new UndoBy(parts[0], method, parts[^1], body, when);
    }

    /// <summary>The request with its holes filled; null where a value is missing.</summary>
    public UndoRequest? Fill(UndoValues values) =>
        UndoTemplate.Address(Address, values) is not { } address
            ? null
            : new UndoRequest(
                Operation,
                Method,
                address.Path,
                address.Query,
                Body.ValueKind == JsonValueKind.Undefined
                    ? null
                    : UndoTemplate.Body(Body, values)?.ToJsonString() ?? "{}"
            )
            {
                ValueSegments = ValueSegments(),
            };

    /// <summary>The request with these ids in the places of its path, and this body.</summary>
    public UndoRequest With(string? body, params ReadOnlySpan<string> ids)
    {
        string[] segments = UndoTemplate.Segments(Address);
        for (int i = 0; i < segments.Length; i++)
        {
            if (segments[i] is ['{', var place, '}'])
            {
                segments[i] = Uri.EscapeDataString(ids[place - '0']);
            }
        }

        return new UndoRequest(Operation, Method, string.Join('/', segments), string.Empty, body)
        {
            ValueSegments = ValueSegments(),
        };
    }

    private uint ValueSegments()
    {
        uint values = 0;
        string[] segments = UndoTemplate.Segments(Address);
        for (int i = 0; i < segments.Length; i++)
        {
            values |= segments[i].StartsWith('{') ? 1u << i : 0;
        }

        return values;
    }
}
