using System.Text;
using System.Text.Json;

namespace ClickUpMcp.Tools.Runtime;

/// <summary>A result to which lists are added: as paragraphs of a text, or as the member <c>parts</c> of a JSON object.</summary>
/// <param name="head">The result so far.</param>
/// <param name="isJson">Whether that is a JSON object.</param>
/// <param name="maximum">The longest that it may become, in bytes.</param>
internal sealed class GrowingText(string head, bool isJson, int maximum)
{
    // Less has no room for a header and a row, or for the sentence about what is left out.
    private const int Least = 200;

    private readonly StringBuilder _parts = new();
    private readonly List<string> _leftOut = [];
    private int _bytes = Encoding.UTF8.GetByteCount(head);

    /// <summary>Adds a list, or the name of one that has no room.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="left">How many lists share the room that is left.</param>
    /// <param name="show">Writes the list within so many bytes.</param>
    public async ValueTask AddAsync(string name, int left, Func<int, ValueTask<string>> show)
    {
        int room = (maximum - Least - _bytes) / left;
        string? shown = room < Least ? null : await show(room);
        if (shown is null || Encoding.UTF8.GetByteCount(shown) > room)
        {
            _leftOut.Add(name);
            return;
        }

        Append(name, shown, isValue: true);
    }

    /// <summary>The whole result.</summary>
    public string End()
    {
        if (_leftOut.Count > 0)
        {
            Append("left_out", $"No room for {string.Join(", ", _leftOut)}: ask for less at once.", isValue: false);
        }

        if (!isJson)
        {
            return head + _parts;
        }

        string separator = head.Length > "{}".Length ? "," : "";
        return $"{head[..^1]}{separator}\"parts\":{{{_parts}}}}}";
    }

    private void Append(string name, string text, bool isValue)
    {
        int start = _parts.Length;
        if (isJson)
        {
            _parts.Append(start > 0 ? "," : "").Append(Quote(name)).Append(':').Append(isValue ? text : Quote(text));
        }
        else
        {
            _parts.Append("\n\n").Append(text);
        }

        _bytes += Encoding.UTF8.GetByteCount(_parts.ToString(start, _parts.Length - start));
    }

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text)}\"";
}
