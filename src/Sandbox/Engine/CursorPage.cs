using System.Text;
using System.Text.Json;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>A page behind an opaque cursor, as version 3 lists things.</summary>
internal static class CursorPage
{
    private const int MaximumLimit = 100;
    private const int DefaultLimit = 50;

    /// <summary>The page as chat and attachments return it: data, and a next_cursor that is empty at the end.</summary>
    public static ApiResponse Of<T>(Call call, IEnumerable<T> items, Action<Utf8JsonWriter, T> write)
    {
        var (page, next) = Read(call, items, minimum: 1);
        return ApiResponse.Object(writer =>
        {
            writer.WriteString("next_cursor", next ?? "");
            writer.WriteList("data", page, write);
        });
    }

    /// <summary>The items of the page that the query asks for, and the cursor of the next one, null at the end.</summary>
    /// <param name="minimum">The least limit that is accepted.</param>
    public static (List<T> Items, string? Next) Read<T>(
        Call call,
        IEnumerable<T> items,
        int minimum,
        string parameter = "cursor"
    )
    {
        var limit = Limit(call, minimum);
        var start = call.Query.Text(parameter) is { Length: > 0 } cursor ? Decode(cursor) : 0;
        var found = items.Skip(start).Take(limit + 1).ToList();
        return found.Count > limit ? (found[..limit], Encode(start + limit)) : (found, null);
    }

    private static int Limit(Call call, int minimum) =>
        call.Query.Text("limit") is not { Length: > 0 } text ? DefaultLimit
        : int.TryParse(text, out var limit) && limit >= minimum && limit <= MaximumLimit ? limit
        : throw Refuse.BadRequest($"limit must be a number from {minimum} to {MaximumLimit}");

    private static string Encode(int start) => Convert.ToBase64String(Encoding.UTF8.GetBytes($"from:{start}"));

    private static int Decode(string cursor)
    {
        Span<byte> bytes = stackalloc byte[32];
        return
            Convert.TryFromBase64String(cursor, bytes, out var length)
            && Encoding.UTF8.GetString(bytes[..length]) is ['f', 'r', 'o', 'm', ':', .. var digits]
            && int.TryParse(digits, out var start)
            ? start
            : throw Refuse.BadRequest("Invalid cursor");
    }
}
