using ClickUpMcp.Errors;
using ClickUpMcp.Text;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Changes one section of a page: reads it, changes that part, writes it, and reads it back.</summary>
/// <remarks>
/// ClickUp has no condition for a write, so what others write between our read and our write is lost; both are sent one right after the
/// other, and the reading back tells where the page is another than was written.
/// </remarks>
internal sealed class EditDocumentSectionHandler : IToolHandler<ResolvedEditDocumentSection>
{
    private const int MostCharacters = 500_000;
    private const string Append = "append";
    private const string Replace = "replace";

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedEditDocumentSection arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        PageOutline before = await ReadAsync(arguments, context, cancellationToken);
        PageHeading section = SectionFinder.Find(before, arguments.Section);
        string old = before.TextOf(section);
        if (arguments.Version is { } version && version.Trim() != TextVersion.Of(old))
        {
            throw new ActionableException(
                "The section has changed since it was read.",
                "Its version is another one. Nothing was changed.",
                "Read it again with get_document_section, and make the change anew."
            );
        }

        string page = arguments.ReplaceSection is { } text
            ? SectionEdit.Replace(before, section, text)
            : SectionEdit.Append(before, section, arguments.AppendToSection!);
        if (page.Length > MostCharacters)
        {
            throw new ActionableException(
                $"The page would have {page.Length} characters.",
                $"A page takes {MostCharacters}. Nothing was changed.",
                "Put the text on a page of its own with create_document_page."
            );
        }

        string kept = before.Page.TrimEnd();
        bool isAtEnd = arguments.ReplaceSection is null && page.StartsWith(kept, StringComparison.Ordinal);
        await context.Services.Client.SendAsync(
            // What is appended leaves the rest of the page as it is, also what Markdown has no form for.
            isAtEnd
                ? arguments.PutPage(content: page[kept.Length..].TrimEnd(), contentEditMode: Append)
                : arguments.PutPage(content: page, contentEditMode: Replace),
            cancellationToken
        );
        PageOutline after = await ReadAsync(arguments, context, cancellationToken);
        return HandlerResult.Sentence(Report(arguments, section, old, page, after));
    }

    private static async ValueTask<PageOutline> ReadAsync(
        ResolvedEditDocumentSection arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    ) => DocPageText.Read(await context.SendAsync(arguments.GetDocumentPage(), cancellationToken)).Outline;

    private static string Report(
        ResolvedEditDocumentSection arguments,
        PageHeading section,
        string old,
        string page,
        PageOutline after
    )
    {
        PageOutline written = PageOutline.Read(page);
        PageHeading changed = written.Headings.First(one => one.Start >= section.Start);
        string text = written.TextOf(changed);
        bool isWhole = LettersOf.Same(after.Page, page);
        if (!isWhole && !LettersOf.Has(after.Page, text))
        {
            throw new ActionableException(
                WriteCheck.Sentence([arguments.ReplaceSection is null ? "append_to_section" : "replace_section"]),
                "Read back, the section is not as it was written.",
                "Read the page with get_document_section before the next try."
            );
        }

        string did = arguments.ReplaceSection is null ? "Added the text to" : "Replaced";
        string rest = isWhole
            ? string.Empty
            : " Other parts of the page read differently from what was written: somebody else may have changed them.";
        return $"{did} the section {OutputSanitizer.CleanLine(changed.Path)}: {old.Length} characters before, {text.Length} now.{rest}";
    }
}
