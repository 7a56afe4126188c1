using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Api.Paging;

/// <summary>Walks an opaque upstream cursor, sent back in the query or, for audit logs, inside the body.</summary>
internal sealed class CursorPageWalker(PaginationDefinition definition) : PageWalker
{
    public override PaginationStyle Style => definition.Style;

    public override bool Accepts(PagePosition position)
    {
        try
        {
            return position.Value.Length == 0
                || JsonNode.Parse(position.Value)?.GetValueKind() is JsonValueKind.String or JsonValueKind.Number;
        }
        catch (JsonException)
        {
            return false;
        }
    }

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
        if (definition.LastItem.Length > 0)
        {
            bool isShort = items.Count == 0 || items.Count < definition.PageSize;
            return isShort ? null : At(items[^1], definition.LastItem, position);
        }

        return At(root, definition.Next, position);
    }

    // A page that starts behind any item needs no offset.
    public override PagePosition Within(PagePosition position, List<JsonElement> fresh, int taken) =>
        definition.LastItem.Length > 0 && taken > 0
            ? At(fresh[taken - 1], definition.LastItem, position) ?? position
            : base.Within(position, fresh, taken);

    private static PagePosition? At(JsonElement element, string path, PagePosition position)
    {
        bool isCursor =
            JsonPath.TryFind(element, path, out JsonElement next)
            && next.ValueKind is JsonValueKind.String or JsonValueKind.Number
            && next.GetRawText() != "\"\"";
        PagePosition? after = isCursor ? new PagePosition(next.GetRawText(), 0) : null;
        return after?.Value == position.Value ? null : after;
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
