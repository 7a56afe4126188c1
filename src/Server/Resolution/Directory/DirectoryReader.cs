using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>The single look-ups behind the directory, one request each.</summary>
internal sealed class DirectoryReader(IClickUpClient client)
{
    public async Task<UserInfo> ReadUserAsync(CancellationToken cancellationToken)
    {
        using JsonDocument response = await GetAsync(ClickUpOperations.GetCurrentUser(), cancellationToken);
        JsonElement user = response.RootElement.Member("user");
        return new UserInfo(
            user.Text("id") ?? throw Unexpected("user"),
            user.Text("username") ?? string.Empty,
            user.Text("timezone")
        );
    }

    public async Task<IReadOnlyList<WorkspaceInfo>> ReadWorkspacesAsync(CancellationToken cancellationToken)
    {
        using JsonDocument response = await GetAsync(ClickUpOperations.GetTeams(), cancellationToken);
        return response
            .RootElement.Items("teams")
            .Where(static team => team.Text("id") is not null)
            .Select(static team => new WorkspaceInfo(
                team.Text("id")!,
                team.Text("name") ?? string.Empty,
                team.Items("members").Select(ReadMember).OfType<MemberInfo>().ToList()
            ))
            .ToList();
    }

    /// <summary>The statuses of a list, folder or space; empty when ClickUp sends none.</summary>
    public async Task<IReadOnlyList<string>> ReadStatusesAsync(EntityId container, CancellationToken cancellationToken)
    {
        ClickUpRequest request = container.Kind switch
        {
            EntityKind.List => ClickUpOperations.GetList(ListId.Of(container)),
            EntityKind.Folder => ClickUpOperations.GetFolder(FolderId.Of(container)),
            EntityKind.Space => ClickUpOperations.GetSpace(SpaceId.Of(container)),
            _ => throw new ArgumentException($"A {container.Kind} has no statuses.", nameof(container)),
        };
        using JsonDocument response = await GetAsync(request, cancellationToken);
        return new StatusReader().Read(response.RootElement) ?? [];
    }

    public async Task<string> ReadSpaceNameAsync(SpaceId space, CancellationToken cancellationToken)
    {
        using JsonDocument response = await GetAsync(ClickUpOperations.GetSpace(space), cancellationToken);
        return response.RootElement.Text("name") ?? string.Empty;
    }

    /// <summary>The custom fields of a list (inherited ones included), folder, space or workspace (only its own).</summary>
    public async Task<IReadOnlyList<CustomFieldInfo>> ReadFieldsAsync(
        EntityId container,
        CancellationToken cancellationToken
    )
    {
        ClickUpRequest request = container.Kind switch
        {
            EntityKind.List => ClickUpOperations.ListCustomFieldsForList(ListId.Of(container)),
            EntityKind.Folder => ClickUpOperations.ListCustomFieldsForFolder(FolderId.Of(container)),
            EntityKind.Space => ClickUpOperations.ListCustomFieldsForSpace(SpaceId.Of(container)),
            EntityKind.Workspace => ClickUpOperations.ListCustomFields(WorkspaceId.Of(container)),
            _ => throw new ArgumentException($"A {container.Kind} has no fields.", nameof(container)),
        };
        using JsonDocument response = await GetAsync(request, cancellationToken);
        return response
            .RootElement.Items("fields")
            .Where(static field => field.Text("id") is not null)
            .Select(static field => new CustomFieldInfo(
                field.Text("id")!,
                field.Text("name") ?? string.Empty,
                field.Text("type") ?? string.Empty,
                Copy(field.Member("type_config"))
            ))
            .ToList();
    }

    /// <summary>The names of a space's tags.</summary>
    public async Task<IReadOnlyList<string>> ReadTagsAsync(SpaceId space, CancellationToken cancellationToken)
    {
        using JsonDocument response = await GetAsync(ClickUpOperations.ListSpaceTags(space), cancellationToken);
        return [.. response.RootElement.Items("tags").Select(static tag => tag.Text("name")).OfType<string>()];
    }

    /// <summary>The id of the space that a list or folder is in.</summary>
    public async Task<string> ReadSpaceAsync(EntityId place, CancellationToken cancellationToken)
    {
        ClickUpRequest request =
            place.Kind == EntityKind.List
                ? ClickUpOperations.GetList(ListId.Of(place))
                : ClickUpOperations.GetFolder(FolderId.Of(place));
        using JsonDocument response = await GetAsync(request, cancellationToken);
        return response.RootElement.Member("space").Text("id") ?? throw Unexpected(EntityNoun.Of(place.Kind));
    }

    /// <summary>A task's own id and the id of its home list.</summary>
    public async Task<TaskHome> ReadTaskHomeAsync(TaskId task, CancellationToken cancellationToken)
    {
        ClickUpRequest request = ClickUpOperations.ReadTask(task, subtasks: false, includeMarkdownDescription: false);
        using JsonDocument response = await GetAsync(request, cancellationToken);
        return new TaskHome(
            response.RootElement.Text("id") ?? throw Unexpected("task"),
            response.RootElement.Member("list").Text("id") ?? throw Unexpected("task"),
            response.RootElement.Member("space").Text("id")
        );
    }

    private async Task<JsonDocument> GetAsync(ClickUpRequest request, CancellationToken cancellationToken) =>
        JsonLenient.Parse(await client.SendAsync(request, cancellationToken));

    private static MemberInfo? ReadMember(JsonElement member)
    {
        JsonElement user = member.Member("user");
        string email = user.Text("email") ?? string.Empty;
        return user.Text("id") is { } id
            ? new MemberInfo(id, user.Text("username") ?? email, email) { IsGuest = IsGuest(user) }
            : null;
    }

    // Roles of a workspace's own have other numbers, and say from which one they start.
    private static bool? IsGuest(JsonElement user) =>
        (user.Text("role_key"), user.Text("role"), user.Text("inherited_role")) switch
        {
            ("guest", _, _) or (_, "4", _) or (_, _, "4") => true,
            (_, "1" or "2" or "3", _) or (_, _, "1" or "2" or "3") => false,
            ("owner" or "admin" or "member", _, _) => false,
            _ => null,
        };

    private static JsonElement Copy(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? default : element.Clone();

    private static ClickUpApiException Unexpected(string thing) =>
        new(
            ApiErrorKind.Unreadable,
            $"ClickUp's response about the {thing} lacks what is needed.",
            "It has no id where one was expected.",
            "Try again in a moment."
        );
}
