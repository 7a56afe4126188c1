using ClickUpMcp.Authorization.Pages.Html;

namespace ClickUpMcp.Authorization.Pages.Documents;

/// <summary>What several forms have in common.</summary>
internal static class FormParts
{
    /// <summary>Starts a form of ours; it ends when the answer is disposed.</summary>
    public static OpenElement Open(HtmlWriter html, PageForm form)
    {
        OpenElement element = html.Open(HtmlTag.Form, HtmlAttribute.Post, HtmlAttribute.Action(form.Address));
        html.Void(
            HtmlTag.Input,
            HtmlAttribute.Type("hidden"),
            HtmlAttribute.FieldName(FormFields.Token),
            HtmlAttribute.FieldValue(form.Token),
            HtmlAttribute.AutoCompleteOff
        );
        return element;
    }

    public static void WriteTick(HtmlWriter html, string name, string value, bool isTicked)
    {
        // A browser that comes back to the page must not bring old ticks with it.
        ReadOnlySpan<HtmlAttribute> attributes =
        [
            HtmlAttribute.Type("checkbox"),
            HtmlAttribute.FieldName(name),
            HtmlAttribute.FieldValue(value),
            HtmlAttribute.AutoCompleteOff,
            HtmlAttribute.Checked,
        ];
        html.Void(HtmlTag.Input, isTicked ? attributes : attributes[..^1]);
    }

    /// <summary>Two buttons of the same size and weight; the first, which Enter presses too, changes nothing.</summary>
    public static void WriteDecision(HtmlWriter html, string deny, string allow)
    {
        using (html.Open(HtmlTag.Division, HtmlAttribute.Class("buttons")))
        {
            WriteButton(html, FormFields.Deny, deny, "deny");
            WriteButton(html, FormFields.Allow, allow, "allow");
        }
    }

    /// <summary>Says that nothing was ticked.</summary>
    public static void WriteNothingChosen(HtmlWriter html, string text) =>
        html.Element(HtmlTag.Paragraph, text, HtmlAttribute.Class("note"), HtmlAttribute.Role("alert"));

    private static void WriteButton(HtmlWriter html, string decision, string text, string style) =>
        html.Element(
            HtmlTag.Button,
            text,
            HtmlAttribute.Type("submit"),
            HtmlAttribute.FieldName(FormFields.Decision),
            HtmlAttribute.FieldValue(decision),
            HtmlAttribute.Class(style)
        );
}
