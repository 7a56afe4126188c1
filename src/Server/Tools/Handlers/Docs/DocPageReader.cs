using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the pages of a doc with their text, in reading order.</summary>
internal static class DocPageReader
{
    public static async ValueTask<IReadOnlyList<DocPageText>> ReadAsync(
        ClickUpRequest request,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        // The pages of a whole doc may be large, and only their texts are kept.
        ClickUpResponse response = await context.Services.Client.SendAsync(request, cancellationToken);
        using JsonDocument document = ResponseReader.Parse(response);
        return
        [
            .. ResponseItems.Read(document.RootElement, GetDocumentPagesTool.SharedResponse).Select(DocPageText.Read),
        ];
    }
}
