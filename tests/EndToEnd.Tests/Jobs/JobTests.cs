using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Jobs;

/// <summary>
/// The kinds of job that people ask for, done by the executable over the sandbox: each ends in the right state, and together they take few calls
/// and few bytes.
/// </summary>
public sealed class JobTests
{
    // 78 calls and 12.9 kB of results before one call did what people ask for.
    private const int MostCalls = 25;

    // 35 % of the 12.9 kB that one read who knew everything beforehand. What is left are the answers themselves: 12 comments with their ids
    // (920 bytes), the tasks, steps and days of a sprint (1,100), late tasks with ids and open tasks by person with two examples each (650 and 830),
    // 11 moved tasks (250).
    private const int MostBytes = 4_515;

    [Fact]
    public async Task Everyday_jobs_take_few_calls()
    {
        await using StdioClient client = ServerBinary.Start("stdio", "--sandbox");
        await client.InitializeAsync(Limit.Short);
        List<Job> jobs = [];
        foreach ((string name, Func<Job, Task> doAsync) in All)
        {
            Job job = new(name, client);
            jobs.Add(job);
            await doAsync(job);
        }

        Job.Report(jobs);
        jobs.Sum(static job => job.Calls).ShouldBeLessThanOrEqualTo(MostCalls);
        jobs.Sum(static job => job.Bytes).ShouldBeLessThanOrEqualTo(MostBytes);
    }

    private static IReadOnlyList<(string Name, Func<Job, Task> DoAsync)> All { get; } =
    [
        ("find with comments", FindAsync),
        ("create with everything", CreateAsync),
        ("change five things", ChangeAsync),
        ("comment with thread", CommentAsync),
        ("log time and weekly total", LogTimeAsync),
        ("sprint report", SprintAsync),
        ("doc search and edit", EditPageAsync),
        ("overdue by person", OverdueAsync),
        ("who works on what", WorkloadAsync),
        ("bulk move with date", MoveAsync),
    ];

    private static async Task FindAsync(Job job)
    {
        string found = await job.CallAsync(
            "get_task",
            """{"task":"Fix login redirect","fields":["id","status","assignees"],"include":["comments"]}"""
        );

        found.ShouldContain("id: 27075wz");
        found.ShouldContain("Progress note 30");
        found.ShouldContain("Thanks, I will look at it.");
    }

    private static async Task CreateAsync(Job job)
    {
        await job.CallAsync(
            "create_task",
            """
            {"list":"API","name":"Job: rotate the keys","description":"Every **90** days.","status":"in progress","priority":"high",
            "due":"2027-03-01","estimate":"2h","assignees":["Ben Fischer"],"tags":["backend"],"points":3,
            "custom_fields":[{"field":"Effort","value":5}],"fields":["id"]}
            """
        );

        string task = await job.LookAsync("get_task", """{"task":"Job: rotate the keys","list":"API"}""");
        task.ShouldContain("status: in progress");
        task.ShouldContain("priority: high");
        task.ShouldContain("due: 2027-03-01");
        task.ShouldContain("Effort=5");
    }

    private static async Task ChangeAsync(Job job)
    {
        await job.CallAsync(
            "update_task",
            """
            {"task":"Job: rotate the keys","list":"API","status":"in review","assignees":["Carla Rossi"],"tags":["frontend"],
            "custom_fields":[{"field":"Effort","value":8}],"move_to_list":"Web App","fields":["id"]}
            """
        );

        string task = await job.LookAsync("get_task", """{"task":"Job: rotate the keys","list":"Web App"}""");
        task.ShouldContain("status: in review");
        task.ShouldContain("assignees: Carla Rossi");
        task.ShouldContain("tags: frontend");
        task.ShouldContain("Effort=8");
        task.ShouldContain("list: Web App");
    }

    private static async Task CommentAsync(Job job)
    {
        string made = await job.CallAsync(
            "create_comment",
            """{"task":"27075wz","text":"# Plan\n\n1. **Rotate**\n2. `deploy`\n\n@Carla Rossi please look","fields":["id"]}"""
        );
        string id = made["id: ".Length..].Split('\n')[0];
        await job.CallAsync("create_comment_reply", $$"""{"comment_id":"{{id}}","text":"*Done.*"}""");

        string task = await job.LookAsync("get_task", """{"task":"27075wz","fields":["id"],"include":["comments"]}""");
        task.ShouldContain("Rotate");
        task.ShouldContain("Done.");
    }

    private static async Task LogTimeAsync(Job job)
    {
        await job.CallAsync(
            "add_time_entry",
            """{"task":"27075wz","start":"yesterday 9am","duration":"1h 20m","fields":["id"]}"""
        );
        string total = await job.CallAsync(
            "get_time_report",
            """{"by":"day","period":"yesterday","assignees":["me"]}"""
        );

        total.ShouldContain("time: ");
        string entries = await job.LookAsync("get_time_entries", """{"start":"yesterday","end":"yesterday"}""");
        string sum = total.Split('\n').Single(static line => line.StartsWith("time: ", StringComparison.Ordinal));
        entries.ShouldContain($"Total duration of all {Count(entries)}: {sum["time: ".Length..]}.");
    }

    private static async Task SprintAsync(Job job)
    {
        string sprint = await job.CallAsync("get_sprint", """{"limit":10}""");

        sprint.ShouldContain("state: active");
        sprint.ShouldContain("tasks: 9");
        sprint.ShouldContain("27075wz");
    }

    private static async Task EditPageAsync(Job job)
    {
        string found = await job.CallAsync("search_documents", """{"query":"404 not found"}""");
        found.ShouldContain("API Guide");
        found.ShouldContain("Errors");
        found.ShouldContain("Looked through all 8 pages of 3 docs");
        await job.LookAsync(
            "update_document_page",
            """{"document":"API Guide","page":"Errors","append_content":"## Retries\n\nOld.\n\n## After\n\nKept."}"""
        );

        string section = await job.CallAsync(
            "get_document_section",
            """{"document":"API Guide","page":"Errors","section":"Retries","fields":["content"]}"""
        );
        section.ShouldContain("Old.");
        section.ShouldNotContain("Kept.");
        await job.CallAsync(
            "edit_document_section",
            """{"document":"API Guide","page":"Errors","section":"Retries","replace_section":"Wait for the reset."}"""
        );

        string page = await job.LookAsync("get_document_page", """{"document":"API Guide","page":"Errors"}""");
        page.ShouldContain("Wait for the reset.");
        page.ShouldNotContain("Old.");
        page.ShouldContain("Kept.");
        page.ShouldContain("| 404 | not found |");
    }

    private static async Task MoveAsync(Job job)
    {
        string before = await job.LookAsync("list_tasks", """{"list":"Web App","subtasks":true,"limit":100}""");
        int count = Count(before);
        count.ShouldBeGreaterThanOrEqualTo(5);

        string moved = await job.CallAsync(
            "update_task",
            """{"where":{"list":"Web App","subtasks":true},"move_to_list":"API","due":"2027-03-31","fields":["id"]}"""
        );

        moved.ShouldContain($"{count} ");
        string left = await job.LookAsync("list_tasks", """{"list":"Web App","subtasks":true,"limit":100}""");
        left.ShouldStartWith("0 tasks");
        string there = await job.LookAsync(
            "list_tasks",
            """{"list":"API","subtasks":true,"limit":100,"fields":["id","name","due"]}"""
        );
        there.Split('\n').Count(static line => line.Contains("2027-03-31", StringComparison.Ordinal)).ShouldBe(count);
    }

    private static async Task OverdueAsync(Job job)
    {
        string late = await job.CallAsync("get_overdue_report", """{"by":"person"}""");

        late.ShouldContain("Looked through all ");
        late.ShouldContain("Carla Rossi");
    }

    private static async Task WorkloadAsync(Job job)
    {
        string load = await job.CallAsync("get_workload", """{"limit":10}""");

        load.ShouldContain("works_on");
        load.ShouldContain("Ben Fischer");
    }

    private static int Count(string list) => int.Parse(list.Split(' ')[0]);
}
