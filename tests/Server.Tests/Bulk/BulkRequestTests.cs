using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Bulk;

/// <summary>What a bulk call for 14 tasks of a list costs in requests to ClickUp, by tool and by how the tasks are given, where nothing is known yet.</summary>
public sealed partial class BulkRequestTests
{
    private const string List = "90152000001";
    private const string Update = "update_task";
    private const string Several = """ "due":"2026-12-24","status":"fixing","priority":"high" """;
    private const string People = """ "assignees":["David Kim"] """;
    private const string Tags = """ "tags":["fresh"] """;
    private const string Field = """ "custom_fields":[{"field":"Effort","value":8}] """;
    private const string MoveAndDate = """ "move_to_list":"90152000003","status":"to do","due":"2026-12-24" """;
    private const string Move = """ "list":"90152000003","status":"to do" """;
    private const string Comment = """ "text":"Please look at this by **Friday**." """;

    [Theory]
    [InlineData(
        Update,
        Several,
        "ids",
        "1 GET team, 1 GET user, 1 GET task/*, 1 GET list/*/task, 1 GET list/*, 14 PUT task/*"
    )]
    [InlineData(Update, Several, "names", "1 GET team, 1 GET list/*/task, 1 GET user, 1 GET list/*, 14 PUT task/*")]
    [InlineData(Update, Several, "where", "1 GET team, 1 GET team/*/task, 1 GET user, 1 GET list/*, 14 PUT task/*")]
    [InlineData(Update, People, "ids", "1 GET team, 1 GET task/*, 1 GET list/*/task, 13 PUT task/*, 1 GET user")]
    [InlineData(Update, People, "names", "1 GET team, 1 GET list/*/task, 13 PUT task/*, 1 GET user")]
    [InlineData(Update, People, "where", "1 GET team, 1 GET team/*/task, 13 PUT task/*, 1 GET user")]
    [InlineData(
        Update,
        Tags,
        "ids",
        "1 GET team, 1 GET task/*, 1 GET list/*/task, 1 GET space/*/tag, 14 POST task/*/tag/fresh, 3 DELETE task/*/tag/urgent%20fix, 2 DELETE task/*/tag/bug, 2 DELETE task/*/tag/frontend, 2 DELETE task/*/tag/customer%20request, 1 GET team/*/task, 1 GET user"
    )]
    [InlineData(
        Update,
        Tags,
        "names",
        "1 GET team, 1 GET list/*/task, 1 GET space/*/tag, 14 POST task/*/tag/fresh, 3 DELETE task/*/tag/urgent%20fix, 2 DELETE task/*/tag/bug, 2 DELETE task/*/tag/frontend, 2 DELETE task/*/tag/customer%20request, 1 GET team/*/task, 1 GET user"
    )]
    [InlineData(
        Update,
        Tags,
        "where",
        "1 GET team, 2 GET team/*/task, 1 GET space/*/tag, 14 POST task/*/tag/fresh, 3 DELETE task/*/tag/urgent%20fix, 2 DELETE task/*/tag/bug, 2 DELETE task/*/tag/frontend, 2 DELETE task/*/tag/customer%20request, 1 GET user"
    )]
    [InlineData(
        Update,
        Field,
        "ids",
        "1 GET team, 1 GET task/*, 1 GET list/*/task, 1 GET list/*/field, 14 POST task/*/field/*, 1 GET team/*/task, 1 GET user"
    )]
    [InlineData(
        Update,
        Field,
        "names",
        "1 GET team, 1 GET list/*/task, 1 GET list/*/field, 14 POST task/*/field/*, 1 GET team/*/task, 1 GET user"
    )]
    [InlineData(
        Update,
        Field,
        "where",
        "1 GET team, 2 GET team/*/task, 1 GET list/*/field, 14 POST task/*/field/*, 1 GET user"
    )]
    [InlineData(
        Update,
        MoveAndDate,
        "ids",
        "1 GET team, 1 GET user, 1 GET list/*, 1 GET task/*, 1 GET list/*/task, 1 GET list/*/field, 14 PUT workspaces/*/tasks/*/home_list/*, 14 PUT task/*"
    )]
    [InlineData(
        Update,
        MoveAndDate,
        "names",
        "1 GET team, 1 GET list/*/task, 1 GET user, 1 GET list/*, 1 GET list/*/field, 14 PUT workspaces/*/tasks/*/home_list/*, 14 PUT task/*"
    )]
    [InlineData(
        Update,
        MoveAndDate,
        "where",
        "1 GET team, 1 GET team/*/task, 1 GET user, 1 GET list/*, 1 GET list/*/field, 14 PUT workspaces/*/tasks/*/home_list/*, 14 PUT task/*"
    )]
    [InlineData(
        "move_task",
        Move,
        "ids",
        "1 GET team, 1 GET list/*, 1 GET task/*, 1 GET list/*/task, 1 GET list/*/field, 1 GET user, 14 PUT workspaces/*/tasks/*/home_list/*, 1 GET team/*/task"
    )]
    [InlineData(
        "move_task",
        Move,
        "names",
        "1 GET team, 3 GET team/*/task, 1 GET list/*, 1 GET list/*/field, 1 GET user, 14 PUT workspaces/*/tasks/*/home_list/*"
    )]
    [InlineData(
        "move_task",
        Move,
        "where",
        "1 GET team, 2 GET team/*/task, 1 GET list/*, 1 GET list/*/field, 1 GET user, 14 PUT workspaces/*/tasks/*/home_list/*"
    )]
    [InlineData("delete_task", "", "ids", "1 GET task/*, 2 GET list/*/task, 1 GET team, 14 DELETE task/*")]
    [InlineData("delete_task", "", "names", "2 GET list/*/task, 1 GET team, 14 DELETE task/*")]
    [InlineData("delete_task", "", "where", "1 GET team, 1 GET team/*/task, 14 DELETE task/*, 1 GET list/*/task")]
    [InlineData(
        "add_tag_to_task",
        """ "tag":"fresh" """,
        "ids",
        "1 GET task/*, 1 GET list/*/task, 1 GET space/*/tag, 1 GET team, 14 POST task/*/tag/fresh, 1 GET team/*/task"
    )]
    [InlineData(
        "add_tag_to_task",
        """ "tag":"fresh" """,
        "names",
        "1 GET list/*/task, 1 GET space/*/tag, 1 GET team, 14 POST task/*/tag/fresh, 1 GET team/*/task"
    )]
    [InlineData(
        "add_tag_to_task",
        """ "tag":"fresh" """,
        "where",
        "1 GET team, 2 GET team/*/task, 1 GET space/*/tag, 14 POST task/*/tag/fresh"
    )]
    [InlineData(
        "set_custom_field_value",
        """ "field":"Effort","value":13 """,
        "ids",
        "1 GET task/*, 1 GET list/*/task, 1 GET list/*/field, 1 GET team, 14 POST task/*/field/*, 1 GET team/*/task, 1 GET user"
    )]
    [InlineData(
        "set_custom_field_value",
        """ "field":"Effort","value":13 """,
        "names",
        "1 GET list/*/task, 1 GET list/*/field, 1 GET team, 14 POST task/*/field/*, 1 GET team/*/task, 1 GET user"
    )]
    [InlineData(
        "set_custom_field_value",
        """ "field":"Effort","value":13 """,
        "where",
        "1 GET team, 2 GET team/*/task, 1 GET list/*/field, 14 POST task/*/field/*, 1 GET user"
    )]
    [InlineData(
        "create_comment",
        Comment,
        "ids",
        "1 GET task/*, 1 GET list/*/task, 1 GET team, 1 GET user, 14 POST task/*/comment, 1 GET task/*/comment"
    )]
    [InlineData(
        "create_comment",
        Comment,
        "names",
        "1 GET list/*/task, 1 GET team, 1 GET user, 14 POST task/*/comment, 1 GET task/*/comment"
    )]
    [InlineData(
        "create_comment",
        Comment,
        "where",
        "1 GET team, 1 GET team/*/task, 1 GET user, 14 POST task/*/comment, 1 GET task/*/comment"
    )]
    public async Task A_bulk_call_sends_these_requests(string tool, string arguments, string how, string requests)
    {
        SandboxSession session = new();
        JsonElement[] tasks = await TasksAsync(session);
        // What is known of the workspace is too old by then.
        session.Time.Advance(TimeSpan.FromMinutes(20));
        string items = how switch
        {
            "ids" => $"\"tasks\":[{string.Join(',', tasks.Select(static task => Quoted(task, "id")))}]",
            "names" => $"\"tasks\":[{string.Join(',', tasks.Select(task => Named(task, tool)))}]",
            _ => $$$"""
                "where":{"lists":["{{{List}}}"],"subtasks":true,"include_closed":true}
                """,
        };
        int before = session.Sent.Count;

        ToolResult result = await session.CallAsync(
            tool,
            $"{{{string.Join(',', new[] { arguments, items }.Where(static part => part.Length > 0))}}}"
        );

        result.Text.ShouldContain($"{tasks.Length} of {tasks.Length} done");
        string.Join(", ", session.Sent.Skip(before).GroupBy(KindOf).Select(static kind => $"{kind.Count()} {kind.Key}"))
            .ShouldBe(requests);
    }

    [Fact]
    public async Task Comments_of_other_texts_are_each_read_back()
    {
        SandboxSession session = new();
        JsonElement[] tasks = await TasksAsync(session);
        string items = string.Join(
            ',',
            tasks.Select((task, i) => $$"""{"task":{{Quoted(task, "id")}},"text":"Number {{i / 2}}"}""")
        );
        int before = session.Sent.Count;

        await session.CallAsync("create_comment", $$"""{"tasks":[{{items}}]}""");

        session.Sent.Skip(before).Count(static sent => KindOf(sent) == "GET task/*/comment").ShouldBe(tasks.Length / 2);
    }

    [Fact]
    public async Task A_comment_that_is_not_there_makes_all_be_read_back()
    {
        SandboxSession session = new();
        JsonElement[] tasks = await TasksAsync(session);
        session.Replace(static sent => KindOf(sent) == "GET task/*/comment" ? """{"comments":[]}""" : null);
        int before = session.Sent.Count;

        ToolResult result = await session.CallAsync(
            "create_comment",
            $$"""{"text":"Lost","tasks":[{{string.Join(',', tasks.Select(static task => Quoted(task, "id")))}}]}"""
        );

        session.Sent.Skip(before).Count(static sent => KindOf(sent) == "GET task/*/comment").ShouldBe(tasks.Length);
        result.Text.ShouldContain("but");
    }

    [Fact]
    public async Task A_task_is_not_judged_by_a_page_of_minutes_ago()
    {
        SandboxSession? session = null;
        int writes = 0;
        string last = "";
        session = new SandboxSession(around: client => new ActingClient(
            client,
            async request =>
            {
                if (!request.IsRead && request.Operation == "UpdateTask" && ++writes == 1)
                {
                    session!.Time.Advance(TimeSpan.FromSeconds(90));
                    SandboxResponse changed = await session.Sandbox.HandleAsync(
                        new SandboxRequest(
                            "PUT",
                            $"/api/v2/task/{last}",
                            "",
                            SandboxSeed.Token,
                            """{"assignees":{"rem":[81000004]}}"""u8.ToArray(),
                            "application/json"
                        ),
                        TestContext.Current.CancellationToken
                    );
                    changed.Status.ShouldBe(200);
                }
            }
        ));
        List<string> ids = [];
        for (int i = 0; i < 101; i++)
        {
            ToolResult made = await session.CallAsync(
                "create_task",
                $$"""{"list":"{{List}}","name":"Number {{i}}"{{(i == 100 ? ",\"assignees\":[\"David Kim\"]" : "")}},"fields":["id"]}"""
            );
            ids.Add(made.Text["id: ".Length..].Trim());
        }

        last = ids[^1];
        ToolResult result = await session.CallAsync(
            "update_task",
            $$"""{"assignees":["David Kim"],"tasks":[{{string.Join(',', ids.Select(static id => $"\"{id}\""))}}]}""",
            progress: new HeardProgress()
        );

        result.Text.ShouldContain("101 of 101 done");
        (await session.CallAsync("get_task", $$"""{"task":"{{last}}"}""")).Text.ShouldContain("David Kim");
    }

    private static async Task<JsonElement[]> TasksAsync(SandboxSession session)
    {
        await session.CallAsync(
            "get_workspace_tasks",
            $$"""{"lists":["{{List}}"],"limit":100,"subtasks":true,"include_closed":true,"fields":["id"]}"""
        );
        JsonElement[] tasks = [.. JsonElement.Parse(session.LastResult).GetProperty("tasks").EnumerateArray()];
        tasks.Length.ShouldBe(14);
        return tasks;
    }

    private static string Quoted(JsonElement task, string member) => task.GetProperty(member).GetRawText();

    // Of a move, the list is where to.
    private static string Named(JsonElement task, string tool) =>
        tool == "move_task" ? Quoted(task, "name") : $$"""{"task":{{Quoted(task, "name")}},"list":"{{List}}"}""";

    private static string KindOf(SentRequest sent) =>
        $"{sent.Method} {Ids().Replace(sent.Path[(sent.Path.IndexOf("/v", StringComparison.Ordinal) + 4)..], "/*")}";

    /// <summary>With it a call may take the minutes that pass here.</summary>
    private sealed class HeardProgress : IProgressReporter
    {
        public void Report(double progress, double? total, string message) { }
    }

    [GeneratedRegex("/[0-9a-z-]*[0-9][0-9a-z-]*", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ids();
}
