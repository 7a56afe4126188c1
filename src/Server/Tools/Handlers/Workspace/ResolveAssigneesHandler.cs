using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says which people of the workspace the given names, e-mail addresses and ids mean, in the same order.</summary>
internal sealed class ResolveAssigneesHandler : IToolHandler<ResolvedResolveAssignees>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedResolveAssignees arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<JsonElement> everybody = await WorkspaceUsers.ReadAsync(arguments.Workspace, context, cancellationToken);
        return HandlerResult.OfItems([.. arguments.Assignees.Select(person => Find(everybody, person))]);
    }

    // An id passes resolution unseen.
    private static JsonElement Find(List<JsonElement> everybody, MemberId person)
    {
        JsonElement found = everybody.Find(user => LenientValue.Text(user, "id") == person.Value);
        return found.ValueKind == JsonValueKind.Object
            ? found
            : throw new ActionableException(
                $"Nobody in the workspace has the id {person.Value}.",
                next: "Give a name or an e-mail address, or look the person up with find_members."
            );
    }
}
