using System.Buffers;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Resolution;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tools.Handlers;

/// <summary>Shows a list of chat, which knows people by their ids only, with their names.</summary>
internal static class ChatPage
{
    private const string UserId = "user_id";
    private const string UserName = "user_name";

    /// <summary>Sends the request and shows the page.</summary>
    public static async ValueTask<ToolResult> ReadAsync(
        ClickUpRequest request,
        ResponseQuery query,
        string workspaceId,
        ToolServices services,
        CancellationToken cancellationToken
    )
    {
        // First, so that the names are as old as the page at most.
        IReadOnlyList<WorkspaceInfo> workspaces = await services.Directory.GetWorkspacesAsync(
            afterMiss: false,
            cancellationToken
        );
        IReadOnlyList<MemberInfo> members = workspaces.FirstOrDefault(w => w.Id == workspaceId)?.Members ?? [];
        using ItemPage page = await Paginator.ReadAsync(services.Client, request, query, cancellationToken);
        return new ToolResult(
            services.Projector.Many(
                [.. page.Items.Select(item => WithName(item, members))],
                query.Response.Shape!,
                query.Options.DetailLevel ?? query.Response.DefaultLevel,
                query.Options,
                page.Position,
                await services.Names.GetTimeZoneIdAsync(cancellationToken)
            )
        );
    }

    private static JsonElement WithName(JsonElement item, IReadOnlyList<MemberInfo> members)
    {
        string? id = LenientValue.Text(item, UserId);
        string? name = members.FirstOrDefault(member => member.Id == id)?.Name ?? id;
        if (name is null)
        {
            return item;
        }

        ArrayBufferWriter<byte> buffer = new();
        using (Utf8JsonWriter writer = new(buffer))
        {
            writer.WriteStartObject();
            writer.WriteString(UserName, name);
            foreach (JsonProperty member in item.EnumerateObject())
            {
                member.WriteTo(writer);
            }

            writer.WriteEndObject();
        }

        using JsonDocument document = JsonDocument.Parse(buffer.WrittenMemory);
        return document.RootElement.Clone();
    }
}
