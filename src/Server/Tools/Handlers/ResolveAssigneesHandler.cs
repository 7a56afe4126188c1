using System.Text.Json;
using ClickUpMcp.Errors;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Says which people of the workspace the given names, e-mail addresses and ids mean, in the same order.</summary>
internal sealed class ResolveAssigneesHandler(ToolServices services) : IToolHandler<ResolveAssigneesArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        ResolveAssigneesArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        await arguments.ResolveAsync(context, cancellationToken);
        List<JsonElement> everybody = await WorkspaceUsers.ReadAsync(services, context, cancellationToken);
        OutputOptions options = arguments.Output ?? new();
        ResponseDefinition answer = ResolveAssigneesTool.Answer;
        return new ToolResult(
            services.Projector.Many(
                [.. arguments.Assignees.Select(person => Find(everybody, person))],
                answer.Shape!,
                options.DetailLevel ?? answer.DefaultLevel,
                options,
                position: null,
                context: "UTC"
            )
        );
    }

    // An id passes resolution unseen.
    private static JsonElement Find(List<JsonElement> everybody, EntityReference person)
    {
        JsonElement found = everybody.Find(user => LenientValue.Text(user, "id") == person.Id);
        return found.ValueKind == JsonValueKind.Object
            ? found
            : throw new ActionableException(
                $"Nobody in the workspace has the id {person.Id}.",
                next: "Give a name or an e-mail address, or look the person up with find_members."
            );
    }
}
