using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Copies;

/// <summary>A session with a folder of two lists: in one the tree of <see cref="CopySession"/>, in the other a task that waits for it.</summary>
internal sealed class PlaceSession : IAsyncDisposable
{
    /// <summary>The space of the second workspace.</summary>
    public const string OtherSpace = "90150000009";

    /// <summary>Values of custom fields that every list of the first workspace has.</summary>
    public const string Fields = """
        [{"field":"Approved","value":true},{"field":"Customer","value":"Initech"},{"field":"Stakeholders","value":["81000002"]}]
        """;

    public CopySession Copies { get; } = new(secondWorkspace: true);

    public string Folder { get; private set; } = "";

    public string List { get; private set; } = "";

    public string Root { get; private set; } = "";

    /// <summary>How many requests were sent when all was there.</summary>
    public int Before { get; private set; }

    /// <summary>The requests of the copy.</summary>
    public IEnumerable<Examples.SentRequest> Sent => Copies.Session.Sent.Skip(Before);

    /// <summary>Makes the folder, the lists and the tasks.</summary>
    public async Task PlantAsync()
    {
        string space = SandboxSeed.EngineeringSpaceId;
        Folder = IdOf(
            await Copies.CallAsync("create_folder", $$"""{"name":"Launch","space":"{{space}}","fields":["id"]}""")
        );
        List = IdOf(
            await Copies.CallAsync(
                "create_list",
                $$"""{"name":"Plan","folder":"{{Folder}}","content":"What **comes**.","fields":["id"]}"""
            )
        );
        string other = IdOf(
            await Copies.CallAsync("create_list", $$"""{"name":"Later","folder":"{{Folder}}","fields":["id"]}""")
        );
        Root = await Copies.PlantAsync(List, Fields);
        string waiting = IdOf(
            await Copies.CallAsync("create_task", $$"""{"name":"Celebrate","list":"{{other}}","fields":["id"]}""")
        );
        await Copies.CallAsync("add_task_dependency", $$"""{"task":"{{waiting}}","depends_on":"{{Root}}"}""");
        Before = Copies.Session.Sent.Count;
    }

    /// <summary>Calls a tool, whatever comes of it.</summary>
    public Task<ToolResult> TryAsync(string tool, string arguments) => Copies.Session.CallAsync(tool, arguments);

    /// <summary>The lists of a place by their names, with their ids.</summary>
    public async Task<Dictionary<string, string>> ListsAsync(string place) =>
        (await Copies.GetAsync($"/api/v2/{place}/list"))
            .GetProperty("lists")
            .EnumerateArray()
            .ToDictionary(static l => l.GetProperty("name").GetString()!, static l => l.GetProperty("id").GetString()!);

    /// <summary>The tasks of a list by their names.</summary>
    public async Task<Dictionary<string, JsonElement>> TasksAsync(string list) =>
        (await Copies.GetAsync($"/api/v2/list/{list}/task", "subtasks=true&include_closed=true"))
            .GetProperty("tasks")
            .EnumerateArray()
            .ToDictionary(static task => task.GetProperty("name").GetString()!);

    public ValueTask DisposeAsync() => Copies.DisposeAsync();

    private static string IdOf(ToolResult made) => made.Text["id: ".Length..].Split('\n')[0];
}
