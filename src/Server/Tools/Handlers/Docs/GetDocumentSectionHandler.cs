using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads one section of a page, or lists the headings of one or all pages.</summary>
internal sealed class GetDocumentSectionHandler : IToolHandler<ResolvedGetDocumentSection>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedGetDocumentSection arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        IReadOnlyList<DocPageText> pages = arguments.Page is { } page
            ? [DocPageText.Read(await context.SendAsync(arguments.GetDocumentPage(page), cancellationToken))]
            : await DocPageReader.ReadAsync(arguments.GetDocumentPages(null), context, cancellationToken);
        return arguments.Section is { } section ? Section(arguments, pages, section) : Outline(arguments, pages);
    }

    private static HandlerResult Section(
        ResolvedGetDocumentSection arguments,
        IReadOnlyList<DocPageText> pages,
        string section
    )
    {
        DocPageText page = pages is [var only] ? only : PageWith(pages, section);
        PageHeading heading = SectionFinder.Find(page.Outline, section);
        string text = page.Outline.TextOf(heading);
        return HandlerResult.OfItem(
            ReportRows.Thing(writer =>
            {
                WritePage(writer, arguments, page);
                writer.WriteString("section", heading.Path);
                writer.WriteString("version", TextVersion.Of(text));
                writer.WriteString("content", text);
            })
        );
    }

    // Only one page may have it: a section of another page is another section.
    private static DocPageText PageWith(IReadOnlyList<DocPageText> pages, string section)
    {
        DocPageText[] having = [.. pages.Where(page => Has(page, section))];
        return having is [var only]
            ? only
            : throw new ActionableException(
                having.Length == 0
                    ? "No page of the doc has that section alone."
                    : $"{having.Length} pages of the doc have that section.",
                null,
                "Name the page, too; without section, the headings are listed.",
                [
                    .. (having.Length == 0 ? pages : having)
                        .Take(NameErrors.MaxCandidates)
                        .Select(static page => $"{page.Name} (id {page.Id})"),
                ]
            );
    }

    private static bool Has(DocPageText page, string section)
    {
        try
        {
            SectionFinder.Find(page.Outline, section);
            return true;
        }
        catch (ActionableException)
        {
            return false;
        }
    }

    private static HandlerResult Outline(ResolvedGetDocumentSection arguments, IReadOnlyList<DocPageText> pages)
    {
        JsonElement head = ReportRows.Thing(writer =>
        {
            if (pages is [var only])
            {
                WritePage(writer, arguments, only);
            }
            else
            {
                writer.WriteString("page", $"all {pages.Count}");
            }
        });
        JsonElement[] rows =
        [
            .. pages.SelectMany(page =>
                page.Outline.Headings.Select(heading =>
                    ReportRows.Thing(writer =>
                    {
                        writer.WriteString("creator_id", page.Creator);
                        writer.WriteString("section", heading.Path);
                        writer.WriteNumber("level", heading.Level);
                        writer.WriteNumber("characters", page.Outline.TextOf(heading).Length);
                        if (pages.Count > 1)
                        {
                            writer.WriteString("page", page.Name);
                        }
                    })
                )
            ),
        ];
        return HandlerResult.OfParts(head, [new ResultPart("headings", rows, Shapes.PageHeading)]);
    }

    private static void WritePage(Utf8JsonWriter writer, ResolvedGetDocumentSection arguments, DocPageText page)
    {
        writer.WriteString("creator_id", page.Creator);
        writer.WriteString("page", page.Name);
        writer.WriteString("page_id", page.Id);
        if (DocLinks.OfPage(arguments.Workspace.Value, arguments.Document.Value, page.Id) is { } url)
        {
            writer.WriteString("url", url);
        }
    }
}
