using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shows pages of a document with their contents, one after another.</summary>
internal sealed class GetDocumentPagesHandler(ToolServices services) : IToolHandler<GetDocumentPagesArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        GetDocumentPagesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await arguments.ResolveAsync(context, cancellationToken);
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.ReadDocumentPages(
                new() { Document = arguments.Document, ContentFormat = arguments.ContentFormat },
                context
            ),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        List<JsonElement> pages = Wanted(PageTree.Flatten(document.RootElement), arguments.Pages);
        OutputOptions options = arguments.Output ?? new();
        ResponseDefinition answer = GetDocumentPagesTool.Answer;
        return new ToolResult(
            services.Projector.Each(
                pages,
                answer.Shape!,
                options.DetailLevel ?? answer.DefaultLevel,
                options,
                await services.Names.GetTimeZoneIdAsync(cancellationToken)
            )
        );
    }

    private static List<JsonElement> Wanted(List<JsonElement> all, IReadOnlyList<EntityReference>? wanted) =>
        wanted is { Count: > 0 } ? [.. wanted.Select(page => Find(all, page))] : all;

    private static JsonElement Find(List<JsonElement> all, EntityReference page)
    {
        int index = all.FindIndex(candidate => LenientValue.Text(candidate, "id") == page.Id);
        return index >= 0
            ? all[index]
            : throw new ActionableException(
                "The Doc has no page with one of these ids.",
                "A page id belongs to one Doc.",
                "Use one of the options, or name another Doc.",
                [.. all.Select(static p => $"{LenientValue.Text(p, "name")} (id {LenientValue.Text(p, "id")})")]
            );
    }
}
