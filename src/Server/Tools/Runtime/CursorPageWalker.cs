using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>Walks an opaque upstream cursor, sent back in the query or, for audit logs, inside the body.</summary>
internal sealed class CursorPageWalker(PaginationDefinition definition) : PageWalker
{
    public override PaginationStyle Style => definition.Style;

    public override ClickUpRequest Apply(ClickUpRequest request, PagePosition position)
    {
        if (position.Value.Length == 0)
        {
            return request;
        }

        // The position is the cursor's JSON text, so that a number goes back as a number.
        JsonNode? cursor = JsonNode.Parse(position.Value);
        return Style == PaginationStyle.BodyCursor
            ? request with
            {
                Body = WithMember(request.Body, cursor),
            }
            : request.WithQuery(definition.Parameter, cursor!.ToString());
    }

    public override PagePosition? Next(
        ClickUpResponse response,
        JsonElement root,
        List<JsonElement> items,
        PagePosition position
    )
    {
        if (!JsonPath.TryFind(root, definition.Next, out JsonElement next))
        {
            return null;
        }

        bool isCursor = next.ValueKind is JsonValueKind.String or JsonValueKind.Number && next.GetRawText() != "\"\"";
        PagePosition after = new(isCursor ? next.GetRawText() : string.Empty, 0);
        return isCursor && after.Value != position.Value ? after : null;
    }

    private byte[] WithMember(ReadOnlyMemory<byte> body, JsonNode? value)
    {
        JsonObject root = body.IsEmpty ? [] : JsonNode.Parse(body.Span)!.AsObject();
        JsonObject target = root;
        string[] names = definition.Parameter.Split('.');
        foreach (string name in names.SkipLast(1))
        {
            if (target[name] is not JsonObject inner)
            {
                inner = [];
                target[name] = inner;
            }

            target = inner;
        }

        target[names[^1]] = value;
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream))
        {
            root.WriteTo(writer);
        }

        return stream.ToArray();
    }
}
