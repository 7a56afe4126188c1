using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;

namespace ClickUpMcp.Build;

/// <summary>The main job, shown: an agent's session with the native server and its built-in sandbox, over stdio.</summary>
internal static class Demo
{
    private const string ListName = "Product Backlog";
    private const string TaskName = "Publish the changelog for the autumn release";
    private const int ShownLines = 8;
    private const int ShownWidth = 116;

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(60);
    private static readonly JsonSerializerOptions Readable = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static async Task<int> RunAsync(string binary)
    {
        using var deadline = new CancellationTokenSource(Deadline);
        await using var client = StdioClient.Start(binary, ["stdio", "--sandbox"]);
        try
        {
            await RunAsync(client, deadline.Token);
            var exitCode = await client.CloseAsync(deadline.Token);
            Console.WriteLine($"\nend of stdin: the server stopped with exit code {exitCode}");
            return exitCode;
        }
        catch (Exception e) when (e is InvalidOperationException or OperationCanceledException)
        {
            await Console.Error.WriteLineAsync($"\nThe demo failed: {e.Message}\n{client.Errors}");
            return 1;
        }
    }

    private static async Task RunAsync(StdioClient client, CancellationToken cancellationToken)
    {
        var server = (await client.InitializeAsync(cancellationToken)).GetProperty("serverInfo");
        Console.WriteLine($"initialize\n    {server.GetProperty("name")} {server.GetProperty("version")}");

        var list = await client.RequestAsync("tools/list", null, cancellationToken);
        var tools = list.GetProperty("tools").EnumerateArray().Select(t => t.GetProperty("name").GetString()).ToList();
        Console.WriteLine(
            $"tools/list\n    {tools.Count} tools, {list.GetRawText().Length} bytes: {string.Join(", ", tools.Take(5))}, ..."
        );

        await StepAsync(
            "create_task",
            new JsonObject
            {
                ["name"] = TaskName,
                ["list"] = ListName,
                ["priority"] = "high",
                ["due"] = "tomorrow 17:00",
                ["estimate"] = "1h 30m",
            },
            TaskName
        );
        await StepAsync("get_workspace_tasks", new JsonObject { ["lists"] = new JsonArray(ListName) }, TaskName);
        await StepAsync(
            "create_comment",
            new JsonObject { ["task"] = TaskName, ["text"] = "Draft is ready for review." }
        );
        await StepAsync(
            "add_time_entry",
            new JsonObject
            {
                ["task"] = TaskName,
                ["start"] = "today 09:00",
                ["duration"] = "45m",
            }
        );
        await StepAsync("get_workspace_tasks", new JsonObject { ["query"] = "changelog autumn" }, TaskName);

        async Task StepAsync(string tool, JsonObject arguments, string? expected = null)
        {
            Console.WriteLine($"\n{tool} {arguments.ToJsonString(Readable)}");
            var reply = await client.CallAsync(tool, arguments, cancellationToken);
            Console.WriteLine(Excerpt(reply.Text));
            if (reply.IsError)
            {
                throw new InvalidOperationException($"{tool} returned an error.");
            }

            if (expected is not null && !reply.Text.Contains(expected, StringComparison.Ordinal))
            {
                throw new InvalidOperationException($"The reply of {tool} does not show '{expected}'.\n{reply.Text}");
            }
        }
    }

    private static string Excerpt(string text)
    {
        var lines = text.TrimEnd().Split('\n');
        var shown = lines
            .Take(ShownLines)
            .Select(l => l.Length > ShownWidth ? $"    {l[..ShownWidth]}..." : $"    {l}");
        var rest = lines.Length > ShownLines ? $"\n    ... {lines.Length - ShownLines} more lines" : "";
        return string.Join('\n', shown) + rest;
    }
}
