using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace ClickUpMcp.Values;

/// <summary>Writes the blocks in which ClickUp keeps the text of comments.</summary>
/// <remarks>A run of text carries its marks; what a line is stands on the line break that ends it.</remarks>
internal sealed class RichTextWriter : IDisposable
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly MemoryStream _buffer = new();
    private readonly Utf8JsonWriter _json;
    private readonly StringBuilder _pending = new();
    private TextMarks _marks;
    private string? _link;

    public RichTextWriter()
    {
        _json = new Utf8JsonWriter(_buffer, Options);
        _json.WriteStartArray();
    }

    /// <summary>Adds text; neighbours with the same marks become one run.</summary>
    public void Text(ReadOnlySpan<char> text, TextMarks marks, string? link)
    {
        if (text.IsEmpty)
        {
            return;
        }

        if (marks != _marks || link != _link)
        {
            Flush();
            (_marks, _link) = (marks, link);
        }

        _pending.Append(text);
    }

    /// <summary>Mentions a person, who is notified.</summary>
    public void Mention(long user)
    {
        Flush();
        _json.WriteStartObject();
        _json.WriteString("type", "tag");
        _json.WriteStartObject("user");
        _json.WriteNumber("id", user);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>Ends a line.</summary>
    public void Break(LineFormat format)
    {
        if (format == default)
        {
            Text("\n", TextMarks.None, link: null);
            return;
        }

        Flush();
        _json.WriteStartObject();
        _json.WriteString("text", "\n");
        _json.WriteStartObject("attributes");
        WriteFormat(format);
        _json.WriteEndObject();
        _json.WriteEndObject();
    }

    /// <summary>The blocks; nothing can be added afterwards.</summary>
    public JsonElement Finish()
    {
        Flush();
        _json.WriteEndArray();
        _json.Flush();
        using JsonDocument document = JsonDocument.Parse(_buffer.GetBuffer().AsMemory(0, (int)_buffer.Length));
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        _json.Dispose();
        _buffer.Dispose();
    }

    private void WriteFormat(LineFormat format)
    {
        if (format.Kind == LineKind.Code)
        {
            WriteNested("code-block", format.Language ?? "plain");
        }
        else if (format.Kind != LineKind.Paragraph)
        {
            WriteNested(
                "list",
                format.Kind switch
                {
                    LineKind.Ordered => "ordered",
                    LineKind.Unchecked => "unchecked",
                    LineKind.Checked => "checked",
                    _ => "bullet",
                }
            );
        }

        if (format.Indent > 0)
        {
            _json.WriteNumber("indent", format.Indent);
        }
    }

    private void WriteNested(string name, string value)
    {
        _json.WriteStartObject(name);
        _json.WriteString(name, value);
        _json.WriteEndObject();
    }

    private void Flush()
    {
        if (_pending.Length == 0)
        {
            return;
        }

        _json.WriteStartObject();
        _json.WriteString("text", _pending.ToString());
        if (_marks != TextMarks.None || _link is not null)
        {
            _json.WriteStartObject("attributes");
            WriteMark("bold", TextMarks.Bold);
            WriteMark("italic", TextMarks.Italic);
            WriteMark("strike", TextMarks.Strike);
            WriteMark("code", TextMarks.Code);
            if (_link is not null)
            {
                _json.WriteString("link", _link);
            }

            _json.WriteEndObject();
        }

        _json.WriteEndObject();
        _pending.Clear();
    }

    private void WriteMark(string name, TextMarks mark)
    {
        if ((_marks & mark) != TextMarks.None)
        {
            _json.WriteBoolean(name, true);
        }
    }
}
