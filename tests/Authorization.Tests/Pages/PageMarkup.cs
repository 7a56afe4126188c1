using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClickUpMcp.Authorization.Pages;

namespace ClickUpMcp.Authorization.Tests.Pages;

/// <summary>Reads a page as XML, which is stricter than any browser: what is not balanced and escaped does not parse.</summary>
internal static partial class PageMarkup
{
    public static XElement Read(Page page)
    {
        string xml = page.Html.Replace("<!DOCTYPE html>", "", StringComparison.Ordinal);
        xml = VoidElement()
            .Replace(xml, "${start}/>")
            .Replace(" checked/>", " checked=\"\"/>", StringComparison.Ordinal);
        return XDocument.Parse(xml, LoadOptions.PreserveWhitespace).Root!;
    }

    [GeneratedRegex(
        "(?<start><(meta|input)( [a-z-]+(=\"[^\"]*\")?)*)>",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex VoidElement();
}
