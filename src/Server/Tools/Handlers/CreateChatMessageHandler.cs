using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Sends a message to a channel, or a post of a subtype that the caller names.</summary>
internal sealed class CreateChatMessageHandler : IToolHandler<ResolvedCreateChatMessage>
{
    // Where the list of subtypes is in the result, which the documents leave out.
    private static readonly string[] Places = ["comment_subtypes", "subtypes", "data", ""];

    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedCreateChatMessage arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        string? subtype = arguments.Subtype is null
            ? null
            : FindSubtype(
                await context.SendAsync(arguments.GetCommentSubtypes(), cancellationToken),
                arguments.Subtype
            );
        return HandlerResult.OfRequest(arguments.PostChatMessage(subtype is null ? "message" : "post", subtype));
    }

    private static string FindSubtype(JsonElement list, string wanted)
    {
        List<(string Id, string Name)> subtypes =
        [
            .. Items(list)
                .Select(static item => (LenientValue.Text(item, "id") ?? "", LenientValue.Text(item, "name") ?? "")),
        ];
        return subtypes.Find(subtype => Same(subtype.Name, wanted)) is { Id.Length: > 0 } found
            ? found.Id
            : throw new ActionableException(
                $"This workspace has no post subtype {wanted}.",
                "Each workspace has its own list of subtypes.",
                "Use one of the options, or leave title and subtype out to send a plain message.",
                [.. subtypes.Select(static subtype => subtype.Name)]
            );
    }

    private static IEnumerable<JsonElement> Items(JsonElement root)
    {
        foreach (string place in Places)
        {
            if (JsonPath.TryFind(root, place, out JsonElement found) && found.ValueKind == JsonValueKind.Array)
            {
                return found.EnumerateArray();
            }
        }

        return [];
    }

    private static bool Same(string name, string wanted) => name.Equals(wanted, StringComparison.OrdinalIgnoreCase);
}
