using ClickUpMcp.Api;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists documents, of one place or by words of their names.</summary>
/// <remarks>What ClickUp calls a search only filters, so words are looked for here.</remarks>
internal sealed class ListDocumentsHandler(ToolServices services) : IToolHandler<ListDocumentsArguments>
{
    private static readonly string[] Searched = ["name"];

    public async ValueTask<ToolResult> HandleAsync(
        ListDocumentsArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        EntityReference? parent = arguments.List ?? arguments.Folder ?? arguments.Space;
        ClickUpRequest request = ClickUpOperations.SearchDocuments(
            new()
            {
                ParentId = parent?.Id,
                ParentType = parent?.Kind.ToString().ToUpperInvariant(),
                Creator = arguments.Creator,
                Archived = arguments.Archived,
                Deleted = arguments.Deleted,
            },
            context
        );
        ResponseQuery query = new("list_documents", ListDocumentsTool.Answer, arguments.Output ?? new(), null);
        if (arguments.Name is not { } words)
        {
            return await ResponseReader.ReadAsync(request, query, services, cancellationToken);
        }

        using ItemPage page = await Paginator.ReadAsync(
            services.Client,
            request,
            query,
            cancellationToken,
            new WordSearch(words, Searched).Matches
        );
        return await HandlerAnswer.ManyAsync(
            page.Items,
            query.Response,
            query.Options,
            services,
            [WordSearch.Coverage(page.Seen, "docs", page.NextCursor is not null)],
            page.Position,
            cancellationToken
        );
    }
}
