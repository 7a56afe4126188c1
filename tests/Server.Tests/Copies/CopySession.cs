using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Files;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tests.Files;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>A session whose sandbox has a task with all that a copy can have, and hosts that give out its files.</summary>
internal sealed class CopySession : IAsyncDisposable
{
    private const string FileHost = "attachments.example.com";

    private static readonly string FieldsOfApi = $$"""
        [{"field":"Effort","value":5},{"field":"Severity","value":"Major"},{"field":"Platforms","value":["Web","iOS"]},
        {"field":"Approved","value":true},{"field":"Customer","value":"Initech"},{"field":"Rollout","value":40},
        {"field":"Website","value":"https://example.com"},{"field":"Stakeholders","value":["{{SandboxSeed.AdminId}}"]}]
        """;

    private readonly TlsSite _site = new();

    /// <param name="knowsHost">Whether the host of the files is known as one of ClickUp's.</param>
    /// <param name="around">What the requests go through on their way.</param>
    /// <param name="secondWorkspace">Whether there is a second workspace in the same account.</param>
    public CopySession(
        bool knowsHost = true,
        Func<IClickUpClient, IClickUpClient>? around = null,
        bool secondWorkspace = false
    )
    {
        _site.Names[FileHost] =
        [
            [TlsSite.Public],
        ];
        Session = new SandboxSession(
            files: sandbox =>
                SandboxSession.FilesOf(sandbox) with
                {
                    Upstream = new UpstreamFiles(
                        knowsHost ? [FileHost] : [],
                        null,
                        new ManualTimeProvider(DateTimeOffset.UnixEpoch),
                        _site.CreateHandler
                    ),
                },
            around: around,
            secondWorkspace: secondWorkspace
        );
    }

    public SandboxSession Session { get; }

    public SandboxServer Sandbox => Session.Sandbox;

    /// <summary>How many requests were sent when the tree was there.</summary>
    public int Before { get; private set; }

    /// <summary>The requests of the copy.</summary>
    public IEnumerable<SentRequest> Sent => Session.Sent.Skip(Before);

    /// <summary>The heads of the requests to the hosts of files.</summary>
    public IReadOnlyList<string> FileRequests => _site.Heads;

    /// <summary>Makes a task with subtasks of three levels, checklists, files, fields and ties, and gives its id.</summary>
    /// <param name="list">Where; the list API unless it is given.</param>
    /// <param name="fields">The custom fields that it has.</param>
    public async Task<string> PlantAsync(string list = SandboxSeed.ApiListId, string? fields = null)
    {
        fields ??= FieldsOfApi;
        await CallAsync(
            "create_task",
            $$"""
            {"list":"{{list}}","tasks":[{
              "name":"Release 2.0","description":"Ship **it**.","priority":"high","due":"2026-12-04","start":"2026-12-01 09:30",
              "estimate":"2h","points":3,"tags":["bug","backend"],"assignees":["{{SandboxSeed.AdminId}}","{{SandboxSeed.MemberId}}"],
              "custom_fields":{{fields}},
              "checklists":[{"name":"Before","items":["Build","Sign","Upload"]},{"name":"After","items":["Announce"]}],
              "subtasks":[
                {"name":"Write notes","due":"2026-12-03","status":"in progress","checklists":[{"name":"Notes","items":["Draft","Review"]}],
                 "subtasks":[{"name":"Collect changes","due":"2026-12-02 17:00","tags":["frontend"]}]},
                {"name":"Publish","priority":"urgent"}]}]}
            """
        );
        string root = await FindAsync("Release 2.0", list);
        string notes = await FindAsync("Write notes", list);
        string publish = await FindAsync("Publish", list);
        await TickAsync(root);
        await CallAsync("add_task_dependency", $$"""{"task":"{{publish}}","depends_on":"{{notes}}"}""");
        await CallAsync("add_task_link", $$"""{"task":"{{root}}","target":"{{publish}}"}""");
        await CallAsync("add_task_dependency", $$"""{"task":"{{root}}","depends_on":"{{SandboxSeed.SecondTaskId}}"}""");
        await UploadAsync(root, "plan.txt", "The plan.");
        await UploadAsync(notes, "notes.md", "# Notes");
        Before = Session.Sent.Count;
        return root;
    }

    /// <summary>Takes a file from its host.</summary>
    public void Forget(string title) =>
        _site.Responses.Remove(_site.Responses.Keys.Single(key => key.EndsWith(title, StringComparison.Ordinal)));

    /// <summary>Calls a tool that must succeed.</summary>
    public async Task<ToolResult> CallAsync(string tool, string arguments)
    {
        ToolResult result = await Session.CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse(result.Text);
        return result;
    }

    /// <summary>The id of the newest task of a name.</summary>
    public async Task<string> FindAsync(string name, string list = SandboxSeed.ApiListId) =>
        (await TryFindAsync(name, list)).ShouldNotBeNull(name);

    /// <inheritdoc cref="FindAsync"/>
    public async Task<string?> TryFindAsync(string name, string list = SandboxSeed.ApiListId)
    {
        JsonElement tasks = await GetAsync(
            $"/api/v2/list/{list}/task",
            "subtasks=true&include_closed=true&order_by=created"
        );
        return tasks
            .GetProperty("tasks")
            .EnumerateArray()
            .Where(task => task.GetProperty("name").GetString() == name)
            .Select(static task => task.GetProperty("id").GetString())
            .FirstOrDefault();
    }

    /// <summary>Reads past the server.</summary>
    public async Task<JsonElement> GetAsync(string path, string query = "")
    {
        SandboxResponse response = await Sandbox.HandleAsync(
            new SandboxRequest("GET", path, query, SandboxSeed.Token),
            TestContext.Current.CancellationToken
        );
        response.Status.ShouldBe(200, path);
        return JsonElement.Parse(response.Body.Span);
    }

    public ValueTask DisposeAsync() => _site.DisposeAsync();

    /// <summary>Puts a file into a custom field of a task.</summary>
    public async Task UploadToFieldAsync(string task, string field, string name, string content)
    {
        await CallAsync(
            "upload_attachment",
            $$"""{"task":"{{task}}","custom_field":"{{field}}","workspace":"{{SandboxSeed.WorkspaceId}}","file_name":"{{name}}","file_data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}}"}"""
        );
        Serve((await FilesAsync(task, field)).Single(file => file.GetProperty("title").GetString() == name), content);
        Before = Session.Sent.Count;
    }

    /// <summary>The files in a custom field of a task.</summary>
    public async Task<JsonElement[]> FilesAsync(string task, string field) =>
        (await GetAsync($"/api/v2/task/{task}"))
            .GetProperty("custom_fields")
            .EnumerateArray()
            .Single(one => one.GetProperty("name").GetString() == field)
            .TryGetProperty("value", out JsonElement files)
            ? [.. files.EnumerateArray()]
            : [];

    private async Task UploadAsync(string task, string name, string content)
    {
        await CallAsync(
            "upload_attachment",
            $$"""{"task":"{{task}}","workspace":"{{SandboxSeed.WorkspaceId}}","file_name":"{{name}}","file_data":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(content))}}"}"""
        );
        JsonElement stored = (await GetAsync($"/api/v2/task/{task}"))
            .GetProperty("attachments")
            .EnumerateArray()
            .Single(file => file.GetProperty("title").GetString() == name);
        Serve(stored, content);
    }

    private void Serve(JsonElement stored, string content)
    {
        Uri address = new(stored.GetProperty("url").GetString()!);
        _site.Responses[FileHost + address.AbsolutePath] =
            $"HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: {content.Length}\r\n\r\n{content}";
    }

    // "Sign" is done and below "Build", "Upload" below "Sign".
    private async Task TickAsync(string task)
    {
        JsonElement list = (await GetAsync($"/api/v2/task/{task}"))
            .GetProperty("checklists")
            .EnumerateArray()
            .Single(static checklist => checklist.GetProperty("name").GetString() == "Before");
        Dictionary<string, string> items = list.GetProperty("items")
            .EnumerateArray()
            .ToDictionary(static i => i.GetProperty("name").GetString()!, static i => i.GetProperty("id").GetString()!);
        string id = list.GetProperty("id").GetString()!;
        await CallAsync(
            "edit_checklist_item",
            $$"""{"checklist_id":"{{id}}","item_id":"{{items["Sign"]}}","resolved":true,"parent":"{{items["Build"]}}"}"""
        );
        await CallAsync(
            "edit_checklist_item",
            $$"""{"checklist_id":"{{id}}","item_id":"{{items["Upload"]}}","parent":"{{items["Sign"]}}"}"""
        );
    }
}
