using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Lists the members of the workspace, or those whose name or e-mail address contains the query.</summary>
internal sealed class FindMembersHandler(ToolServices services) : IToolHandler<FindMembersArguments>
{
    public async ValueTask<ToolResult> HandleAsync(
        FindMembersArguments arguments,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        await context.ResolveWorkspaceAsync(arguments.Workspace, cancellationToken);
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.GetTeams(new(), context),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        List<JsonElement> users =
        [
            .. Users(document.RootElement, context.WorkspaceId).Where(u => Matches(u, arguments.Query)),
        ];
        OutputOptions options = arguments.Output ?? new();
        ResponseDefinition answer = FindMembersTool.Answer;
        return new ToolResult(
            services.Projector.Many(
                users,
                answer.Shape!,
                options.DetailLevel ?? answer.DefaultLevel,
                options,
                position: null,
                timeZoneId: "UTC"
            )
        );
    }

    private static IEnumerable<JsonElement> Users(JsonElement root, string workspaceId) =>
        Items(root, "teams")
            .Where(team => JsonPath.TryFind(team, "id", out JsonElement id) && id.ToString() == workspaceId)
            .SelectMany(team => Items(team, "members"))
            .Select(member => JsonPath.TryFind(member, "user", out JsonElement user) ? user : member);

    private static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        JsonPath.TryFind(owner, name, out JsonElement items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : [];

    private static bool Matches(JsonElement user, string? query) =>
        query is null || Contains(user, "username", query) || Contains(user, "email", query);

    private static bool Contains(JsonElement user, string name, string query) =>
        JsonPath.TryFind(user, name, out JsonElement value)
        && value.ValueKind == JsonValueKind.String
        && value.GetString()!.Contains(query.Trim(), StringComparison.OrdinalIgnoreCase);
}
