using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Bulk;

/// <summary>What a bulk call costs in requests to ClickUp, by tool and by how the tasks are given.</summary>
public sealed class BulkRequestTests
{
    private const string List = "90152000001";
    private const int Count = 14;

    [Theory]
    [InlineData("update_task", """ "due":"2026-12-24","status":"fixing","priority":"high" """)]
    [InlineData("update_task", """ "assignees":["David Kim"] """)]
    [InlineData("update_task", """ "tags":["fresh"] """)]
    [InlineData("update_task", """ "custom_fields":[{"field":"Effort","value":8}] """)]
    [InlineData("update_task", """ "move_to_list":"90152000003","due":"2026-12-24" """)]
    [InlineData("move_task", """ "list":"90152000003" """)]
    [InlineData("delete_task", "")]
    [InlineData("add_tag_to_task", """ "tag":"fresh" """)]
    [InlineData("set_custom_field_value", """ "field":"Effort","value":13 """)]
    [InlineData("create_comment", """ "text":"Please look at this by **Friday**." """)]
    public async Task X(string tool, string arguments)
    {
        foreach (string how in new[] { "ids", "names", "where", "closed" })
        {
            SandboxSession session = new();
            (string[] ids, string[] names) = await TasksAsync(session);
            session.Time.Advance(TimeSpan.FromMinutes(20));
            int before = session.Sent.Count;
            string within = tool is "move_task" or "delete_task" ? "" : "";
            string items = how switch
            {
                "ids" => $"\"tasks\":[{Quoted(ids)}]",
                "names" => $"\"tasks\":[{string.Join(',', names.Select(n => $"{{\"task\":\"{n}\"" + (tool == "move_task" ? "" : $",\"list\":\"{List}\"") + "}"))}]",
                "where" => $"\"where\":{{\"lists\":[\"{List}\"],\"subtasks\":true}}",
                _ => $"\"where\":{{\"lists\":[\"{List}\"],\"subtasks\":true,\"include_closed\":true}}",
            };
            ToolResult result = await session.CallAsync(tool, $"{{{(arguments.Length > 0 ? arguments + "," : "")}{items}{within}}}");
            int sent = session.Sent.Count - before;
            TestContext.Current.TestOutputHelper!.WriteLine($"== {tool} {arguments} {how}: {sent} requests; {result.Text.Split('\n').First(l => l.Contains("done") || l.Contains("problem") || result.IsError)}");
            foreach (var g in session.Sent.Skip(before).GroupBy(s => s.Method + " " + System.Text.RegularExpressions.Regex.Replace(s.Path, "(task|list|comment|home_list|field|space)/[0-9a-z-]{5,}", "$1/…")))
            {
                TestContext.Current.TestOutputHelper!.WriteLine($"   {g.Count()} {g.Key}");
            }
        }
    }

    private static async Task<(string[] Ids, string[] Names)> TasksAsync(SandboxSession session)
    {
        await session.CallAsync(
            "get_workspace_tasks",
            $$"""{"lists":["{{List}}"],"limit":{{Count}},"subtasks":true,"include_closed":true,"fields":["id"]}"""
        );
        using JsonDocument page = JsonDocument.Parse(session.LastResult);
        JsonElement[] tasks = [.. page.RootElement.GetProperty("tasks").EnumerateArray().Take(Count)];
        return (
            [.. tasks.Select(static task => task.GetProperty("id").GetString()!)],
            [.. tasks.Select(static task => task.GetProperty("name").GetString()!)]
        );
    }

    private static string Quoted(string[] ids) => string.Join(',', ids.Select(static id => $"\"{id}\""));
}
