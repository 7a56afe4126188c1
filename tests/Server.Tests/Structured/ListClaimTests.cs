using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Structured;

/// <summary>Every list over the sandbox says how many, whether there is more, and how to go on; nothing is cut silently.</summary>
public sealed class ListClaimTests
{
    public static TheoryData<ToolExample> Lists =>
        [
            .. ToolExample
                .ByTool.Values.SelectMany(static examples => examples)
                .Where(static example => new SandboxSession().OutputOf(example.Tool) is { IsList: true }),
        ];

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_list_without_a_limit_shows_all_that_clickup_sent(ToolExample example)
    {
        SandboxSession session = new(format: OutputFormat.Json, journal: example.IsOfChanges);
        ResponseDefinition output = session.OutputOf(example.Tool)!;
        // What a search finds in the text of pages is no list that ClickUp sends.
        if (output.DefaultLimit > 0 || output.Path.Length == 0 || example.Tool == "search_documents")
        {
            return;
        }

        JsonElement list = await CallAsync(session, example.Tool, JsonNode.Parse(example.Arguments)!.AsObject());

        int sent = CountSent(JsonElement.Parse(session.LastResult), [output.Path, .. output.MorePaths]);
        sent.ShouldBeGreaterThan(0);
        list.GetProperty("count").GetInt32().ShouldBe(sent);
        list.TryGetProperty("next", out _).ShouldBeFalse();
        NoteOf(list).ShouldNotContain("cut at");
        NoteOf(list).ShouldNotContain("shown as");
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_cursors_of_a_short_page_lead_through_the_whole_list(ToolExample example)
    {
        SandboxSession session = new(format: OutputFormat.Json, journal: example.IsOfChanges);
        ResponseDefinition output = session.OutputOf(example.Tool)!;
        JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
        arguments["detail_level"] = "names";
        List<string> whole = await ReadAsync(session, example.Tool, arguments);
        if (output.DefaultLimit == 0)
        {
            return;
        }

        arguments["limit"] = 2;
        List<string> pages = await ReadAsync(session, example.Tool, arguments);

        pages.ShouldBe(whole);
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task A_capped_list_leads_through_the_whole_list_or_says_what_it_lacks(ToolExample example)
    {
        JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
        arguments["detail_level"] = "names";
        List<string> whole = await ReadAsync(
            new SandboxSession(format: OutputFormat.Json, journal: example.IsOfChanges),
            example.Tool,
            arguments
        );
        SandboxSession capped = new(format: OutputFormat.Json, maximumBytes: 400, journal: example.IsOfChanges);
        if (capped.OutputOf(example.Tool)!.DefaultLimit > 0)
        {
            List<string> pages = await ReadAsync(capped, example.Tool, arguments);
            pages.ShouldBe(whole);
            return;
        }

        JsonElement list = await CallAsync(capped, example.Tool, arguments);
        int count = list.GetProperty("count").GetInt32();
        if (count < whole.Count)
        {
            list.GetProperty("total").GetInt32().ShouldBe(whole.Count);
            list.GetProperty("note").GetString()!.ShouldStartWith("cut at 400 bytes");
        }
    }

    [Theory]
    [MemberData(nameof(Lists))]
    public async Task The_text_begins_with_how_many_and_the_cursor(ToolExample example)
    {
        SandboxSession text = new(journal: example.IsOfChanges);
        SandboxSession json = new(format: OutputFormat.Json, journal: example.IsOfChanges);
        JsonObject arguments = JsonNode.Parse(example.Arguments)!.AsObject();
        if (text.OutputOf(example.Tool)!.DefaultLimit > 0)
        {
            arguments["limit"] = 1;
        }

        JsonElement list = await CallAsync(json, example.Tool, arguments);
        ToolResult shown = await text.CallAsync(example.Tool, arguments.ToJsonString());

        string header = shown.Text.Split('\n')[0];
        header.ShouldStartWith($"{list.GetProperty("count").GetInt32()} ");
        header.Contains("more: cursor=", StringComparison.Ordinal).ShouldBe(list.TryGetProperty("next", out _));
    }

    [Theory]
    [InlineData("list_tasks", """{"list":"90152000008","limit":100}""")]
    [InlineData("get_workspace_tasks", """{"limit":100}""")]
    public async Task A_hundred_tasks_fit_in_9000_bytes(string tool, string arguments)
    {
        ToolResult result = await new SandboxSession().CallAsync(tool, arguments);

        result.Text.ShouldStartWith("100 tasks");
        Encoding.UTF8.GetByteCount(result.Text).ShouldBeLessThanOrEqualTo(9_000);
    }

    [Fact]
    public async Task A_task_fits_in_700_bytes_without_its_long_text()
    {
        SandboxSession session = new();
        SandboxSession json = new(format: OutputFormat.Json);
        List<string> tasks = await ReadAsync(
            json,
            "get_workspace_tasks",
            new JsonObject { ["detail_level"] = "names" }
        );
        ShapeField[] fields =
        [
            .. session
                .OutputOf("get_task")!
                .Shape!.Fields.Where(static field =>
                    field.Level <= DetailLevel.Summary && field.Kind is not (FieldKind.Text or FieldKind.Checklists)
                ),
        ];
        tasks.Count.ShouldBeGreaterThan(150);
        tasks.ShouldContain(SandboxSeed.RichTaskId);
        foreach (string task in tasks)
        {
            // This one has a value in a field of every type there is.
            IEnumerable<string> names = fields
                .Where(field => task != SandboxSeed.RichTaskId || field.Kind != FieldKind.CustomFields)
                .Select(static field => field.Name);
            JsonObject arguments = new()
            {
                ["task"] = task,
                ["fields"] = new JsonArray([.. names.Select(static name => JsonValue.Create(name))]),
            };
            ToolResult result = await session.CallAsync("get_task", arguments.ToJsonString());
            Encoding.UTF8.GetByteCount(result.Text).ShouldBeLessThanOrEqualTo(700, result.Text);
        }
    }

    private static string NoteOf(JsonElement list) =>
        list.TryGetProperty("note", out JsonElement note) ? note.GetString()! : "";

    private static int CountSent(JsonElement root, string[] paths) =>
        paths
            .SelectMany(path => JsonPath.Select(root, path))
            .SelectMany(static found =>
                found.ValueKind == JsonValueKind.Array ? [.. found.EnumerateArray()] : (JsonElement[])[found]
            )
            .Where(static item => item.ValueKind == JsonValueKind.Object)
            .DistinctBy(item => paths.Length > 1 ? item.GetProperty("id").ToString() : item.GetRawText())
            .Count();

    // What identifies each item, page after page until there is no cursor.
    private static async Task<List<string>> ReadAsync(SandboxSession session, string tool, JsonObject arguments)
    {
        List<string> seen = [];
        JsonObject call = arguments.DeepClone().AsObject();
        while (true)
        {
            JsonElement list = await CallAsync(session, tool, call);
            JsonElement items = list.GetProperty("items");
            items.GetArrayLength().ShouldBe(list.GetProperty("count").GetInt32());
            seen.AddRange(
                items
                    .EnumerateArray()
                    .Select(static item => (item.TryGetProperty("id", out JsonElement id) ? id : item).ToString())
            );
            if (!list.TryGetProperty("next", out JsonElement next))
            {
                return seen;
            }

            seen.Count.ShouldBeLessThan(5_000, "the cursors lead in a circle");
            call["cursor"] = next.GetString();
        }
    }

    private static async Task<JsonElement> CallAsync(SandboxSession session, string tool, JsonObject arguments)
    {
        ToolResult result = await session.CallAsync(tool, arguments.ToJsonString());
        result.IsError.ShouldBeFalse(result.Text);
        return JsonElement.Parse(result.Text);
    }
}
