using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the members of the workspace, or those whose name or e-mail address is like the query.</summary>
internal sealed class FindMembersHandler(ToolServices services) : IToolHandler<FindMembersArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        FindMembersArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        List<JsonElement> everybody = await WorkspaceUsers.ReadAsync(services, context, cancellationToken);
        OutputOptions options = arguments.Output ?? new();
        ResponseDefinition answer = FindMembersTool.Answer;
        return new ToolResult(
            services.Projector.Many(
                [.. everybody.Where(user => Matches(user, arguments.Query))],
                answer.Shape!,
                options.DetailLevel ?? answer.DefaultLevel,
                options,
                position: null,
                context: "UTC"
            )
        );
    }

    private static bool Matches(JsonElement user, string? query) =>
        query is null
        || MemberSearch.Matches(LenientValue.Text(user, "username"), LenientValue.Text(user, "email"), query);
}
