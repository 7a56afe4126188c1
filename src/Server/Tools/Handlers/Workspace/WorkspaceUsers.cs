using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the people of the call's workspace as ClickUp sends them.</summary>
internal static class WorkspaceUsers
{
    public static async ValueTask<List<JsonElement>> ReadAsync(
        WorkspaceId workspace,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        JsonElement response = await context.SendAsync(ClickUpOperations.GetTeams(), cancellationToken);
        return
        [
            .. Items(response, "teams")
                .Where(team => LenientValue.Text(team, "id") == workspace.Value)
                .SelectMany(static team => Items(team, "members"))
                .Select(static member => JsonPath.TryFind(member, "user", out JsonElement user) ? user : member),
        ];
    }

    private static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        JsonPath.TryFind(owner, name, out JsonElement items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : [];
}
