using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the members of the workspace, or those whose name or e-mail address is like the query.</summary>
internal sealed class FindMembersHandler : IToolHandler<ResolvedFindMembers>
{
    public async ValueTask<HandlerResult> HandleAsync(
        ResolvedFindMembers arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        List<JsonElement> everybody = await WorkspaceUsers.ReadAsync(arguments.Workspace, context, cancellationToken);
        return HandlerResult.OfItems(
            [.. everybody.Where(user => Matches(user, arguments.Query))],
            arguments.Query is null ? [] : [Coverage.Describe(everybody.Count, "members")]
        );
    }

    private static bool Matches(JsonElement user, string? query) =>
        query is null
        || MemberSearch.Matches(LenientValue.Text(user, "username"), LenientValue.Text(user, "email"), query);
}
