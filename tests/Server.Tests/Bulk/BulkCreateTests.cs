using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Bulk;

/// <summary>One call makes tasks with their subtasks and checklists.</summary>
public sealed class BulkCreateTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("create_task")]
    [InlineData("create_bulk_tasks")]
    public async Task Tasks_are_made_with_all_that_is_in_them(string tool)
    {
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            tool,
            $$"""
            {"list":"{{SandboxSeed.ApiListId}}","defaults":{"priority":"high"},"tasks":[
              {"name":"First","subtasks":[{"name":"Inner","subtasks":["Innermost"]},"Second inner"]},
              {"name":"Second","priority":"low","checklists":[{"name":"Before release","items":["Build","Test"]}]},
              "Third"
            ]}
            """
        );

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("create_task: 9 of 9 done.");
        result.Text.ShouldContain(" Before release: Build, Test");
        result.Text.Split('\n').Distinct().Count().ShouldBe(result.Text.Split('\n').Length, result.Text);
        SentRequest[] sent = [.. _session.Sent.Skip(before)];
        sent.Length.ShouldBeLessThanOrEqualTo(12, string.Join('\n', sent.Select(static one => one.Line)));
        JsonElement first = await ReadAsync("First");
        JsonElement inner = await ReadAsync("Inner");
        JsonElement second = await ReadAsync("Second");
        inner.GetProperty("parent").GetString().ShouldBe(first.GetProperty("id").GetString());
        (await ReadAsync("Innermost")).GetProperty("parent").GetString().ShouldBe(inner.GetProperty("id").GetString());
        first.GetProperty("priority").GetProperty("priority").GetString().ShouldBe("high");
        second.GetProperty("priority").GetProperty("priority").GetString().ShouldBe("low");
        second
            .GetProperty("checklists")[0]
            .GetProperty("items")
            .EnumerateArray()
            .Select(static item => item.GetProperty("name").GetString())
            .ShouldBe(["Build", "Test"]);
    }

    [Fact]
    public async Task A_doc_is_made_with_its_pages()
    {
        ToolResult result = await _session.CallAsync(
            "create_document",
            """
            {"name":"Rollout 2027","space":"Marketing","create_page":false,"pages":[
              {"name":"Goals","content":"# Goals\n\nSell **much**."},
              "Risks","Costs","Dates","People"
            ]}
            """
        );

        string[] lines = result.Text.Split('\n');
        lines[..2].ShouldBe(["create_document: 6 of 6 done.", "Done:"]);
        lines[2..]
            .Select(static line => line.Split(' ', 3)[2])
            .ShouldBe(["Rollout 2027", "Goals", "Risks", "Costs", "Dates", "People"]);
        ToolResult pages = await _session.CallAsync(
            "get_document_pages",
            """{"document":"Rollout 2027","fields":["name","content"]}"""
        );
        pages.Text.ShouldStartWith("5 pages", customMessage: result.Text);
        pages.Text.ShouldContain("Sell **much**.");
        _session
            .Sent.Where(static sent => sent.Path.EndsWith("/pages", StringComparison.Ordinal) && sent.Method == "POST")
            .Select(static sent => JsonDocument.Parse(sent.Body).RootElement.GetProperty("name").GetString())
            .ShouldBe(["Goals", "Risks", "Costs", "Dates", "People"]);
    }

    [Fact]
    public async Task What_is_said_of_an_item_is_in_sentences()
    {
        string tasks = $"""["{SandboxSeed.RichTaskId}","20bbn28"]""";
        await _session.CallAsync("update_task", $$"""{"tasks":{{tasks}},"start":"2027-01-10"}""");

        ToolResult result = await _session.CallAsync("update_task", $$"""{"tasks":{{tasks}},"due":"next friday"}""");

        result.Text.ShouldContain("Europe/Berlin). The task is due before it starts");
    }

    [Theory]
    [InlineData("""{"name":"First","subtasks":[{"name":"Inner","status":"no such status"}]}""", "tasks[0].subtasks[0]")]
    [InlineData("""{"name":"First","subtasks":[{"nam":"Inner"}]}""", "tasks[0].subtasks[0].nam")]
    [InlineData("""{"name":"First","checklists":[{"items":["a"]}]}""", "tasks[0].checklists[0].name: is required")]
    [InlineData(
        """{"name":"First","checklists":[{"name":"c","items":[""]}]}""",
        "tasks[0].checklists[0].items[0].name"
    )]
    public async Task What_is_wrong_deep_inside_keeps_all_from_being_made(string task, string where)
    {
        int before = _session.Sent.Count;

        ToolResult result = await _session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.ApiListId}}","tasks":[{{task}}]}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(where);
        _session.Sent.Skip(before).ShouldNotContain(static sent => sent.Method != "GET");
    }

    [Fact]
    public async Task One_task_is_made_with_its_checklist()
    {
        ToolResult result = await _session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.ApiListId}}","name":"Alone","checklists":[{"name":"Steps","items":["One"]}]}"""
        );

        result.Text.ShouldContain("3 of 3 done");
        (await ReadAsync("Alone")).GetProperty("checklists")[0].GetProperty("name").GetString().ShouldBe("Steps");
    }

    [Fact]
    public async Task Fifty_tasks_take_a_request_each()
    {
        int before = _session.Sent.Count;
        string tasks = string.Join(',', Enumerable.Range(0, 50).Select(static i => $"\"Task {i}\""));

        ToolResult result = await _session.CallAsync(
            "create_task",
            $$"""{"list":"{{SandboxSeed.ApiListId}}","tags":["api"],"due":"tomorrow","tasks":[{{tasks}}]}"""
        );

        result.Text.ShouldContain("50 of 50 done");
        (_session.Sent.Count - before).ShouldBeLessThanOrEqualTo(55);
    }

    private async Task<JsonElement> ReadAsync(string name)
    {
        ToolResult found = await _session.CallAsync(
            "get_task",
            $$"""{"task":"{{name}}","list":"{{SandboxSeed.ApiListId}}"}"""
        );
        found.IsError.ShouldBeFalse(found.Text);
        return JsonElement.Parse(_session.LastResult);
    }
}
