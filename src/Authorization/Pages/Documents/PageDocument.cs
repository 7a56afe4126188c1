using System.Buffers;
using System.Text;
using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>A document for a person: without script, and with nothing loaded from elsewhere.</summary>
/// <param name="serverHost">The host of this server as people reach it, from its settings.</param>
internal abstract class PageDocument(string serverHost)
{
    /// <summary>What the page is about, in a few words of ours.</summary>
    protected abstract string Subject { get; }

    /// <summary>The forms of the page.</summary>
    protected virtual IEnumerable<PageForm> Forms => [];

    /// <summary>Whether a client may have opened a window for it.</summary>
    protected virtual bool IsStepOfSignIn => false;

    /// <summary>The page as it is sent.</summary>
    public Page Render()
    {
        ArrayBufferWriter<byte> output = new(8 * 1024);
        HtmlWriter html = new(output);
        html.Doctype();
        using (html.Open(HtmlTag.Html, HtmlAttribute.Language("en")))
        {
            WriteHead(html);
            WriteBody(html);
        }

        return new Page(Encoding.UTF8.GetString(output.WrittenSpan), Policy(), IsStepOfSignIn);
    }

    /// <summary>Writes what is particular to this page.</summary>
    protected abstract void WriteMain(HtmlWriter html);

    private string Policy()
    {
        // Browsers hold a form to its targets through all redirections that follow.
        string[] targets = [.. Forms.SelectMany(form => form.Targets.Prepend("'self'")).Distinct()];
        string formAction = targets is [] ? "'none'" : string.Join(' ', targets);
        return $"default-src 'none'; style-src '{PageStyle.Hash}'; form-action {formAction}; frame-ancestors 'none'; base-uri 'none'";
    }

    private void WriteHead(HtmlWriter html)
    {
        using (html.Open(HtmlTag.Head))
        {
            html.Void(HtmlTag.Meta, HtmlAttribute.CharacterSet("utf-8"));
            html.Element(HtmlTag.Title, $"{Subject} · {serverHost}");
            WriteMeta(html, "viewport", "width=device-width, initial-scale=1");
            WriteMeta(html, "color-scheme", "light dark");
            WriteMeta(html, "robots", "noindex");
            html.Style();
        }
    }

    private void WriteBody(HtmlWriter html)
    {
        using (html.Open(HtmlTag.Body))
        {
            using (html.Open(HtmlTag.Header))
            {
                html.Element(HtmlTag.Strong, serverHost);
                html.Element(HtmlTag.Span, "connects apps to ClickUp");
            }

            using (html.Open(HtmlTag.Main))
            {
                WriteMain(html);
            }
        }
    }

    private static void WriteMeta(HtmlWriter html, string name, string content) =>
        html.Void(HtmlTag.Meta, HtmlAttribute.FieldName(name), HtmlAttribute.Content(content));
}
