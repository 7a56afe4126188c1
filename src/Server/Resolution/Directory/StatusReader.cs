using System.Runtime.InteropServices;
using System.Text.Json;

namespace ClickUpMcp.Resolution;

/// <summary>Reads the <c>statuses</c> of spaces, folders and lists of one response.</summary>
/// <remarks>Most lists of a folder have the same ones, of which one copy is kept: a workspace may have 10,000 lists.</remarks>
internal sealed class StatusReader
{
    private JsonElement _last;
    private IReadOnlyList<string>? _names;

    /// <summary>The names in ClickUp's order; null when there are none in the response.</summary>
    public IReadOnlyList<string>? Read(JsonElement container)
    {
        JsonElement statuses = container.Member("statuses");
        if (statuses.ValueKind != JsonValueKind.Array || statuses.GetArrayLength() == 0)
        {
            return null;
        }

        if (!IsLast(statuses))
        {
            _last = statuses;
            string[] names = [.. statuses.EnumerateArray().Select(static one => one.Text("status")).OfType<string>()];
            _names = names.Length == 0 ? null : names;
        }

        return _names;
    }

    private bool IsLast(JsonElement statuses) =>
        _last.ValueKind == JsonValueKind.Array
        && JsonMarshal.GetRawUtf8Value(statuses).SequenceEqual(JsonMarshal.GetRawUtf8Value(_last));
}
