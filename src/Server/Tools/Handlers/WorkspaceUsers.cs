using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Reads the people of the call's workspace as ClickUp sends them.</summary>
internal static class WorkspaceUsers
{
    public static async ValueTask<List<JsonElement>> ReadAsync(
        ToolServices services,
        ToolCallContext context,
        CancellationToken cancellationToken
    )
    {
        ClickUpResponse response = await services.Client.SendAsync(
            ClickUpOperations.GetTeams(new(), context),
            cancellationToken
        );
        using JsonDocument document = ResponseReader.Parse(response.Body);
        return
        [
            .. Items(document.RootElement, "teams")
                .Where(team => LenientValue.Text(team, "id") == context.WorkspaceId)
                .SelectMany(static team => Items(team, "members"))
                .Select(static member =>
                    (JsonPath.TryFind(member, "user", out JsonElement user) ? user : member).Clone()
                ),
        ];
    }

    private static IEnumerable<JsonElement> Items(JsonElement owner, string name) =>
        JsonPath.TryFind(owner, name, out JsonElement items) && items.ValueKind == JsonValueKind.Array
            ? items.EnumerateArray()
            : [];
}
