using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>What reads say of a task is so, also where ClickUp's response is easily misread.</summary>
public sealed class TaskReadTests
{
    private const string Rich = SandboxSeed.RichTaskId;
    private const string Second = SandboxSeed.SecondTaskId;

    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("depends_on")]
    [InlineData("depends")]
    public async Task Dependencies_have_a_direction_and_never_name_the_task_itself(string field)
    {
        await PostAsync($"/task/{Rich}/dependency", $$"""{"depends_on":"{{Rich}}"}""");

        (await ReadAsync("get_task", $$"""{"task":"{{Rich}}","fields":["{{field}}","blocks","linked"]}""")).ShouldBe(
            $"depends_on: {Second}\nblocks: 86xbhf4a9\nlinked: 86xq2y8mj"
        );
        (await ReadAsync("get_task", $$"""{"task":"{{Second}}","fields":["depends_on","blocks"]}""")).ShouldBe(
            $"blocks: {Rich}"
        );
        string links = await ReadAsync("get_task_links", $$"""{"task":"{{Rich}}"}""");
        links.ShouldStartWith("3 related tasks");
        links.ShouldNotContain(Rich);
    }

    [Fact]
    public async Task Who_has_no_name_yet_is_shown_by_the_address()
    {
        const string Address = "new.hire@acme.example";
        await ReadAsync("invite_user", $$"""{"email":"{{Address}}","workspace":"9012000001"}""");

        (await ReadAsync("find_members", """{"detail_level":"names"}""")).ShouldContain(Address);
        await ReadAsync("update_task", $$"""{"task":"{{Rich}}","add_assignees":["{{Address}}"]}""");
        (await ReadAsync("get_task", $$"""{"task":"{{Rich}}","fields":["assignees"]}""")).ShouldEndWith(Address);
        (await ReadAsync("list_tasks", """{"list":"API","fields":["id","assignees"]}""")).ShouldContain(Address);
    }

    [Fact]
    public async Task Groups_are_shown_among_who_is_responsible()
    {
        string group = await ReadAsync(
            "create_user_group",
            """{"name":"Night shift","members":["Ben Fischer"],"fields":["id"],"workspace":"9012000001"}"""
        );
        string id = group["id: ".Length..];
        await PutAsync($"/task/{Rich}", $$"""{"group_assignees":{"add":["{{id}}"] } }""");

        (await ReadAsync("get_task", $$"""{"task":"{{Rich}}"}""")).ShouldContain("group_assignees: Night shift");
        (await ReadAsync("list_tasks", """{"list":"API"}""")).ShouldContain("Night shift");
    }

    [Fact]
    public async Task Types_are_shown_by_name()
    {
        (await ReadAsync("get_task", $$"""{"task":"{{Rich}}"}""")).ShouldContain("type: Task");
        (await ReadAsync("get_task", """{"task":"86xq2y8mj"}""")).ShouldContain("type: Milestone");
        string bugs = await ReadAsync("list_tasks", """{"list":"90152000001","fields":["name","type"]}""");
        bugs.ShouldContain("Bug");
        bugs.ShouldNotContain("Task\t");
    }

    [Fact]
    public async Task Items_of_checklists_have_their_boxes_and_the_ids_that_tick_them()
    {
        string task = await ReadAsync("get_task", $$"""{"task":"{{Rich}}","fields":["checklists"]}""");
        string[] lines = task.Split('\n');
        lines[1].ShouldMatch("Rollout \\(1/3, id [0-9a-f-]{36}\\)");
        lines[2].ShouldMatch("\\[x\\] Announce \\([0-9a-f-]{36}\\)");
        lines[3].ShouldMatch("\\[ \\] Deploy \\([0-9a-f-]{36}\\)");
        lines.ShouldAllBe(static line => line.Length < 80);

        string list = IdIn(lines[1]);
        string item = IdIn(lines[3]);
        string ticked = await ReadAsync(
            "edit_checklist_item",
            $$"""{"checklist_id":"{{list}}","item_id":"{{item}}","resolved":true}"""
        );
        ticked.ShouldContain($"[x] Deploy ({item})");
        (await ReadAsync("list_checklists", $$"""{"task":"{{Rich}}"}""")).ShouldContain($"[x] Deploy ({item})");

        static string IdIn(string line) => line[^37..^1];
    }

    [Theory]
    [InlineData("find_members", "{}", "owner", "\t1\n")]
    [InlineData("get_user", """{"user":"Ben Fischer","workspace":"9012000001"}""", "role: admin", "role: 2")]
    [InlineData("get_custom_roles", "{}", "guest", "\t4")]
    [InlineData("list_documents", "{}", "workspace", "\t12")]
    [InlineData("get_view", """{"view":"8cdn1-1005"}""", "parent_type: list", "parent_type: 6")]
    public async Task Numbers_that_stand_for_words_are_words(string tool, string arguments, string word, string number)
    {
        string text = await ReadAsync(tool, arguments);

        text.ShouldContain(word);
        text.ShouldNotContain(number);
    }

    [Fact]
    public async Task Definitions_of_fields_tell_currency_maximum_and_range()
    {
        string fields = await ReadAsync("list_custom_fields", """{"list":"API"}""");

        fields.ShouldContain("\tcurrency\t\tEUR");
        fields.ShouldContain("\temoji\t\t\t5");
        fields.ShouldContain("\tmanual_progress\t\t\t\t0\t100");
    }

    [Theory]
    [InlineData("get_comments", """{"task":"27075wz","limit":1}""")]
    [InlineData("get_comments", """{"task":"27075wz","limit":3,"fields":["text"]}""")]
    public async Task Code_in_a_comment_keeps_its_lines(string tool, string arguments)
    {
        await ReadAsync("create_comment", $$"""{"task":"{{Rich}}","text":"```py\nif x:\n    y()\n```"}""");

        (await ReadAsync(tool, arguments)).ShouldContain("text:\n  ```py\n  if x:\n      y()\n  ```");
    }

    [Fact]
    public async Task Code_in_a_chat_message_keeps_its_lines()
    {
        await ReadAsync(
            "create_chat_message",
            """{"channel":"General","content":"```\nif x:\n    y()\n```","workspace":"9012000001"}"""
        );

        (await ReadAsync("get_chat_messages", """{"channel":"General","workspace":"9012000001"}""")).ShouldContain(
            "  if x:\n      y()\n"
        );
    }

    private async Task<string> ReadAsync(string tool, string arguments)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse(result.Text);
        return result.Text;
    }

    private Task PostAsync(string path, string body) => SendAsync("POST", path, body);

    private Task PutAsync(string path, string body) => SendAsync("PUT", path, body);

    private async Task SendAsync(string method, string path, string body)
    {
        SandboxResponse response = await _session.Sandbox.HandleAsync(
            new SandboxRequest(
                method,
                "/api/v2" + path,
                "",
                SandboxSeed.Token,
                System.Text.Encoding.UTF8.GetBytes(body)
            ),
            TestContext.Current.CancellationToken
        );
        response.Status.ShouldBe(200);
    }
}
