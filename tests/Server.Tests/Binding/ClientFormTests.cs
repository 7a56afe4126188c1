using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Calls as clients really send them do what their plain form does.</summary>
public sealed class ClientFormTests
{
    [Theory]
    [InlineData(
        "list_tasks",
        """{"list":"Product Backlog","statuses":"[\"to do\"]","limit":"3"}""",
        """{"list":"Product Backlog","statuses":["to do"],"limit":3}"""
    )]
    [InlineData(
        "list_tasks",
        """{"list":"Product Backlog","statuses":"to do","limit":"3"}""",
        """{"list":"Product Backlog","statuses":["to do"],"limit":3}"""
    )]
    [InlineData(
        "list_tasks",
        """{"list":90152000008,"include_closed":"true","limit":2}""",
        """{"list":"90152000008","include_closed":true,"limit":2}"""
    )]
    [InlineData(
        "run_read_tool",
        """{"name":"list_views","arguments":"{\"list\":\"API\"}"}""",
        """{"name":"list_views","arguments":{"list":"API"}}"""
    )]
    [InlineData("find_members", "\"{\\\"query\\\":\\\"anna\\\"}\"", """{"query":"anna"}""")]
    [InlineData("get_current_time_entry", "\"\"", "{}")]
    [InlineData(
        "get_task",
        """{"task":"DEV-1","list":null,"subtasks":null,"fields":null,"detail_level":null,"workspace":null}""",
        """{"task":"DEV-1"}"""
    )]
    [InlineData(
        "get_task",
        """{"task":"DEV-1","fields":"name","toolCallId":"call_1","sessionId":"s","action":"sendMessage","chatInput":"hi"}""",
        """{"task":"DEV-1","fields":["name"]}"""
    )]
    [InlineData("get_current_time_entry", """{"toolCallId":"call_1"}""", "{}")]
    [InlineData(
        "run_read_tool",
        """{"name":"get_task","arguments":{"task":"DEV-1","_x":1},"wait_for_previous":true}""",
        """{"name":"get_task","arguments":{"task":"DEV-1"}}"""
    )]
    [InlineData(
        "update_task",
        """{"task":"DEV-1","priority":2,"points":"3.5"}""",
        """{"task":"DEV-1","priority":"high","points":3.5}"""
    )]
    [InlineData("update_task", """{"task":"DEV-1","priority":"HIGH"}""", """{"task":"DEV-1","priority":"high"}""")]
    [InlineData(
        "create_comment",
        """{"task":"DEV-1","text":"[1,2]","assignee":81000004}""",
        """{"task":"DEV-1","text":"[1,2]","assignee":"81000004"}"""
    )]
    [InlineData(
        "create_webhook",
        """{"endpoint":"https://hooks.acme.example/all","events":["*"]}""",
        """{"endpoint":"https://hooks.acme.example/all"}"""
    )]
    public async Task A_call_does_what_its_plain_form_does(string tool, string call, string plain)
    {
        SandboxSession expected = new();
        SandboxSession session = new();

        ToolResult wanted = await expected.CallAsync(tool, plain);
        ToolResult result = await session.CallAsync(tool, call);

        wanted.IsError.ShouldBeFalse(wanted.Text);
        result.ShouldBe(wanted);
        session
            .Sent.Select(static r => (r.Line, r.Body))
            .ShouldBe(expected.Sent.Select(static r => (r.Line, r.Body)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("list_tasks", """{"list":"Ideas","includeClosedd":true}""", "did you mean \"include_closed\"?")]
    [InlineData("list_tasks", """{"list":"Ideas","limit":"3.5"}""", "limit: must be an integer")]
    [InlineData("get_task", """{"task":null}""", "task: is required")]
    [InlineData("update_task", """{"task":"DEV-1","due":null}""", "clear: [\"due\"]")]
    [InlineData("update_task", """{"task":"DEV-1","due":"none"}""", "clear: [\"due\"]")]
    [InlineData("update_task", """{"task":"DEV-1","points":""}""", "clear: [\"points\"]")]
    [InlineData("find_members", "[1]", "must be an object, got an array")]
    [InlineData("find_members", "\"anna\"", "must be an object, got a string")]
    public async Task What_is_not_clear_is_refused_and_writes_nothing(string tool, string call, string expected)
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync(tool, call);

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain(expected);
        session.Sent.ShouldAllBe(static r => r.Method == "GET");
    }

    [Fact]
    public async Task Null_beside_a_change_changes_nothing_and_says_so()
    {
        SandboxSession session = new();

        ToolResult result = await session.CallAsync("update_task", """{"task":"DEV-1","name":"New","due":null}""");

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldEndWith("Null changes nothing (due); to empty: clear: [\"due\"].");
        JsonElement body = JsonElement.Parse(session.Sent.Single(static r => r.Method == "PUT").Body!);
        body.EnumerateObject().Select(static member => member.Name).ShouldBe(["name"]);
    }
}
