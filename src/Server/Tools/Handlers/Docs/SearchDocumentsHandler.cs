using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Looks for words in the text of pages, doc after doc, and says how far it looked.</summary>
internal sealed class SearchDocumentsHandler : IToolHandler<ResolvedSearchDocuments>
{
    // One request each, of a minute's budget of 100.
    private const int MostDocs = 30;
    private const int EnoughMatches = 20;

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedSearchDocuments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        string[] words = arguments.Query.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        DocSearch search = new(words, arguments.Workspace.Value, context);
        if (arguments.Document is { } only)
        {
            JsonElement doc = await context.SendAsync(arguments.GetDocument(only), cancellationToken);
            await search.LookAsync(doc, arguments.GetDocumentPages(only), cancellationToken);
            return HandlerResult.OfItems(search.Rows, [search.Describe(isAll: true)]);
        }

        ResponseQuery query = new(
            context.Query!.Cursors,
            ListDocumentsTool.SharedResponse,
            new OutputOptions { Limit = MostDocs, Cursor = context.Query.Options.Cursor },
            Outcome: null
        );
        ItemPage docs = await context.ReadPageAsync(arguments.ListDocuments(), query, cancellationToken);
        List<int> rowsAfter = [];
        foreach (JsonElement doc in docs.Items)
        {
            DocId id = new(doc.Text("id") ?? string.Empty);
            await search.LookAsync(doc, arguments.GetDocumentPages(id), cancellationToken);
            rowsAfter.Add(search.Rows.Count);
            context.ReportProgress(rowsAfter.Count, docs.Items.Count, $"{rowsAfter.Count} docs read");
            if (search.Rows.Count >= EnoughMatches)
            {
                break;
            }
        }

        bool isAll = rowsAfter.Count == docs.Items.Count && docs.NextCursor is null;
        string? next =
            isAll ? null
            : rowsAfter.Count == docs.Items.Count ? docs.NextCursor
            : docs.Position.CursorAfter!(rowsAfter.Count);
        return HandlerResult.OfItems(
            search.Rows,
            [search.Describe(isAll && query.IsFromStart)],
            new ListPosition(next, CursorAfter: CursorAfter)
        );

        // Only after a doc whose matches are all shown.
        string? CursorAfter(int shown)
        {
            int whole = rowsAfter.FindLastIndex(rows => rows <= shown) + 1;
            return whole > 0 ? docs.Position.CursorAfter!(whole) : null;
        }
    }
}
