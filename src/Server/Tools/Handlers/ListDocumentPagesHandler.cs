using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the pages of a document with the page above each.</summary>
internal sealed class ListDocumentPagesHandler(ToolServices services) : IToolHandler<ListDocumentPagesArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        ListDocumentPagesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.ReadPageListing(
                new() { Document = arguments.Document, MaxPageDepth = arguments.MaxPageDepth },
                context
            ),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        OutputOptions options = arguments.Output ?? new();
        ResponseDefinition answer = ListDocumentPagesTool.Answer;
        return new ToolResult(
            services.Projector.Many(
                PageTree.Flatten(document.RootElement),
                answer.Shape!,
                options.DetailLevel ?? answer.DefaultLevel,
                options,
                position: null,
                timeZoneId: "UTC"
            )
        );
    }
}
