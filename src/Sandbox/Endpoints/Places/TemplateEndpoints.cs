using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>The templates of a workspace's library.</summary>
internal static class TemplateEndpoints
{
    private const int PageSize = 100;

    public static Route[] Routes { get; } =
    [
        new("GET", "/api/v2/team/{team_id}/taskTemplate", GetTaskTemplates),
        new("GET", "/api/v2/team/{team_id}/list_template", static call => Show(call.Workspace.ListTemplates)),
        new("GET", "/api/v2/team/{team_id}/folder_template", static call => Show(call.Workspace.FolderTemplates)),
    ];

    private static ApiResponse GetTaskTemplates(Call call)
    {
        var page = call.Query.Number("page") ?? throw Refuse.BadRequest("page is required");
        return Show(call.Workspace.TaskTemplates.Skip((int)Math.Max(0, page) * PageSize).Take(PageSize));
    }

    private static ApiResponse Show<T>(IEnumerable<Template<T>> templates) =>
        ApiResponse.Object(writer =>
            writer.WriteList(
                "templates",
                templates,
                static (inner, template) =>
                {
                    inner.WriteStartObject();
                    inner.WriteString("id", template.Id);
                    inner.WriteString("name", template.Name);
                    inner.WriteEndObject();
                }
            )
        );
}
