using System.Text.Json;
using ClickUpMcp.Api;

namespace ClickUpMcp.Resolution;

/// <summary>The single look-ups behind the directory, one request each.</summary>
internal sealed class DirectoryReader(IClickUpClient client)
{
    public async Task<UserInfo> ReadUserAsync(CancellationToken cancellationToken)
    {
        ClickUpRequestBuilder request = new("GetAuthorizedUser", ClickUpMethod.Get);
        using JsonDocument answer = await GetAsync(request.Path("/api/v2/user"), cancellationToken);
        JsonElement user = answer.RootElement.Member("user");
        return new UserInfo(
            user.Text("id") ?? throw Unexpected("user"),
            user.Text("username") ?? string.Empty,
            user.Text("timezone")
        );
    }

    public async Task<IReadOnlyList<WorkspaceInfo>> ReadWorkspacesAsync(CancellationToken cancellationToken)
    {
        ClickUpRequestBuilder request = new("GetAuthorizedTeams", ClickUpMethod.Get);
        using JsonDocument answer = await GetAsync(request.Path("/api/v2/team"), cancellationToken);
        return answer
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
    public async Task<IReadOnlyList<string>> ReadStatusesAsync(
        EntityReference container,
        CancellationToken cancellationToken
    )
    {
        (string operation, string path) = container.Kind switch
        {
            EntityKind.List => ("GetList", "/api/v2/list/"),
            EntityKind.Folder => ("GetFolder", "/api/v2/folder/"),
            EntityKind.Space => ("GetSpace", "/api/v2/space/"),
            _ => throw new ArgumentException($"A {container.Kind} has no statuses.", nameof(container)),
        };
        ClickUpRequestBuilder request = new(operation, ClickUpMethod.Get);
        using JsonDocument answer = await GetAsync(request.Path(path).Segment(container), cancellationToken);
        return StatusReader.Read(answer.RootElement) ?? [];
    }

    /// <summary>The custom fields of a list (inherited ones included), folder, space or workspace (only its own).</summary>
    public async Task<IReadOnlyList<CustomFieldInfo>> ReadFieldsAsync(
        EntityReference container,
        CancellationToken cancellationToken
    )
    {
        (string operation, string path) = container.Kind switch
        {
            EntityKind.List => ("GetAccessibleCustomFields", "/api/v2/list/"),
            EntityKind.Folder => ("getFolderAvailableFields", "/api/v2/folder/"),
            EntityKind.Space => ("getSpaceAvailableFields", "/api/v2/space/"),
            EntityKind.Workspace => ("getTeamAvailableFields", "/api/v2/team/"),
            _ => throw new ArgumentException($"A {container.Kind} has no fields.", nameof(container)),
        };
        ClickUpRequestBuilder request = new(operation, ClickUpMethod.Get);
        using JsonDocument answer = await GetAsync(
            request.Path(path).Segment(container).Path("/field"),
            cancellationToken
        );
        return answer
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

    /// <summary>A task's own id and the id of its home list.</summary>
    /// <param name="task">A task id or custom id.</param>
    /// <param name="customIdWorkspace">For a custom id: the workspace it belongs to; null otherwise.</param>
    /// <param name="cancellationToken">Stops the look-up.</param>
    public async Task<TaskHome> ReadTaskHomeAsync(
        string task,
        string? customIdWorkspace,
        CancellationToken cancellationToken
    )
    {
        ClickUpRequestBuilder request = new("GetTask", ClickUpMethod.Get);
        request
            .Path("/api/v2/task/")
            .Segment(task)
            .Query("custom_task_ids", customIdWorkspace is null ? null : true)
            .Query("team_id", customIdWorkspace);
        using JsonDocument answer = await GetAsync(request, cancellationToken);
        return new TaskHome(
            answer.RootElement.Text("id") ?? throw Unexpected("task"),
            answer.RootElement.Member("list").Text("id") ?? throw Unexpected("task")
        );
    }

    private async Task<JsonDocument> GetAsync(ClickUpRequestBuilder request, CancellationToken cancellationToken) =>
        JsonLenient.Parse(await client.SendAsync(request.Build(), cancellationToken));

    private static MemberInfo? ReadMember(JsonElement member)
    {
        JsonElement user = member.Member("user");
        string email = user.Text("email") ?? string.Empty;
        return user.Text("id") is { } id ? new MemberInfo(id, user.Text("username") ?? email, email) : null;
    }

    private static JsonElement Copy(JsonElement element) =>
        element.ValueKind == JsonValueKind.Undefined ? default : element.Clone();

    private static ClickUpApiException Unexpected(string thing) =>
        new(
            ApiErrorKind.Unreadable,
            $"ClickUp's answer about the {thing} lacks what is needed.",
            "It has no id where one was expected.",
            "Try again in a moment."
        );
}
