using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace ClickUpMcp.Authorization.Pages.Html;

/// <summary>Writes HTML of known elements and attributes; every text and every value goes through one encoder.</summary>
internal sealed class HtmlWriter(IBufferWriter<byte> output)
{
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    private readonly Stack<HtmlTag> _open = [];

    /// <summary>Starts the document.</summary>
    public void Doctype() => Raw("<!DOCTYPE html>\n");

    /// <summary>Starts an element, which ends when the answer is disposed.</summary>
    public OpenElement Open(HtmlTag tag, params ReadOnlySpan<HtmlAttribute> attributes)
    {
        WriteStart(tag, attributes);
        _open.Push(tag);
        return new OpenElement(this);
    }

    /// <summary>An element without content.</summary>
    public void Void(HtmlTag tag, params ReadOnlySpan<HtmlAttribute> attributes)
    {
        if (!tag.IsVoid)
        {
            throw new ArgumentException($"<{tag.Name}> has content and an end.", nameof(tag));
        }

        WriteStart(tag, attributes);
    }

    /// <summary>An element with only text in it.</summary>
    public void Element(HtmlTag tag, string text, params ReadOnlySpan<HtmlAttribute> attributes)
    {
        using (Open(tag, attributes))
        {
            Text(text);
        }
    }

    /// <summary>Text of ours, or of others where it is not shown as a name.</summary>
    public void Text(string text) => Raw(Encoder.Encode(text));

    /// <summary>A name that others chose: cleaned, and kept from changing the order of the words around it.</summary>
    public void Text(ForeignText text) => Element(HtmlTag.Isolate, text.Shown);

    /// <summary>The one style sheet; a constant, so that its hash in the content security policy fits.</summary>
    public void Style()
    {
        using (Open(HtmlTag.Style))
        {
            Raw(PageStyle.Sheet);
        }
    }

    internal void Close() => Raw($"</{_open.Pop().Name}>");

    private void WriteStart(HtmlTag tag, ReadOnlySpan<HtmlAttribute> attributes)
    {
        Raw("<");
        Raw(tag.Name);
        foreach (HtmlAttribute attribute in attributes)
        {
            Raw(" ");
            Raw(attribute.Name);
            if (attribute.Value is { } value)
            {
                Raw("=\"");
                Raw(Encoder.Encode(value));
                Raw("\"");
            }
        }

        Raw(">");
    }

    private void Raw(string html) => Encoding.UTF8.GetBytes(html, output);
}
