using System.Text.Json;

namespace ClickUpMcp.Projection;

/// <summary>Reads the other ends of pairs that the item is one end of: in both directions they come alike, and only the ids tell which is which.</summary>
internal static class PairReader
{
    /// <summary>The member of the item that tells which end of a pair it is.</summary>
    public const string Id = "id";

    /// <summary>The other ends, each once; never the item itself.</summary>
    public static IEnumerable<string> Read(JsonElement item, ShapeField field)
    {
        string? own = LenientValue.Text(item, Id);
        return JsonPath
            .Select(item, field.From)
            .Select(pair => Other(pair, field, own))
            .OfType<string>()
            .Where(id => id != own)
            .Distinct(StringComparer.Ordinal);
    }

    private static string? Other(JsonElement pair, ShapeField field, string? own)
    {
        if (pair.ValueKind != JsonValueKind.Object)
        {
            return LenientValue.Text(pair);
        }

        (string? near, string? far) = (LenientValue.Text(pair, field.Pair[0]), LenientValue.Text(pair, field.Pair[1]));
        return near == own ? far
            : field.IsMutual && far == own ? near
            : null;
    }
}
