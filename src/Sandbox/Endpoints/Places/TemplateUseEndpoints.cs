using System.Text.Json;
using ClickUpMcp.Sandbox.Engine;
using ClickUpMcp.Sandbox.Model;
using ClickUpMcp.Sandbox.Rendering;
using ClickUpMcp.Sandbox.Tasks;
using ClickUpMcp.Sandbox.Templates;

namespace ClickUpMcp.Sandbox.Endpoints;

/// <summary>Creating things from templates.</summary>
internal static class TemplateUseEndpoints
{
    public static Route[] Routes { get; } =
    [
        new("POST", "/api/v2/list/{list_id}/taskTemplate/{template_id}", CreateTask),
        new("POST", "/api/v2/folder/{folder_id}/list_template/{template_id}", CreateListInFolder),
        new("POST", "/api/v2/space/{space_id}/list_template/{template_id}", CreateListInSpace),
        new("POST", "/api/v2/space/{space_id}/folder_template/{template_id}", CreateFolder),
    ];

    private static ApiResponse CreateTask(Call call)
    {
        var list = call.List;
        var template = Find(call, list.Space.Workspace.TaskTemplates);
        var use = new TemplateUse(call, TemplateOptions.Everything);
        var task = use.AddTask(list, template, Name(call), parent: null);
        return Show(
            "task",
            task.Id,
            writer => TaskJson.Write(writer, call.World, task, TaskForm.Single, withSubtasks: true)
        );
    }

    private static ApiResponse CreateListInFolder(Call call)
    {
        var folder = call.Folder;
        return CreateList(call, Find(call, folder.Space.Workspace.ListTemplates), () => folder);
    }

    private static ApiResponse CreateListInSpace(Call call)
    {
        var space = call.Space;
        return CreateList(
            call,
            Find(call, space.Workspace.ListTemplates),
            () => NewPlace.AddHiddenFolder(call.World, space)
        );
    }

    private static ApiResponse CreateList(Call call, ListBlueprint template, Func<Folder> home)
    {
        var name = Name(call);
        var use = new TemplateUse(call, TemplateOptions.Read(call.Body.Object("options")));
        var list = use.AddList(home(), template, name);
        return Show("list", list.Id, writer => ListJson.Write(writer, call.World, list, ListForm.Created));
    }

    private static ApiResponse CreateFolder(Call call)
    {
        var space = call.Space;
        var template = Find(call, space.Workspace.FolderTemplates);
        Folder? parent = null;
        if (call.Body.Text("parent_folder_id") is { } id)
        {
            parent = call.World.Folders.GetValueOrDefault(id);
            parent = parent?.Space == space ? parent : throw Refuse.NotFound("Folder");
        }

        var use = new TemplateUse(call, TemplateOptions.Read(call.Body.Object("options")));
        var folder = use.AddFolder(space, template, Name(call), parent);
        return Show("folder", folder.Id, writer => FolderJson.Write(writer, call.World, folder));
    }

    private static T Find<T>(Call call, List<Template<T>> templates) =>
        templates.Find(template => template.Id == call.Path["template_id"]) is { } found
            ? found.Content
            : throw Refuse.NotFound("Template");

    private static string Name(Call call) => Names.Required(call.Body, "Name is required", "OAUTH_119");

    private static ApiResponse Show(string kind, string id, Action<Utf8JsonWriter> write) =>
        ApiResponse.Object(writer =>
        {
            writer.WriteString("id", id);
            writer.WritePropertyName(kind);
            write(writer);
        });
}
