using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Jobs;

/// <summary>The kinds of job that people ask for as an agent goes about them that knows no ids: it looks around, asks for whole results and looks again at what it has written.</summary>
public sealed class AgentTests
{
    // 99 calls and 41.8 kB of results before one call did what people ask for; 35 % of the bytes.
    private const int MostCalls = 35;
    private const int MostBytes = 14_600;

    private static readonly (string Job, (string Tool, string Arguments)[] Calls)[] All =
    [
        (
            "find with comments",
            [
                ("get_workspace", "{}"),
                ("get_workspace_tasks", """{"query":"login redirect"}"""),
                ("get_task", """{"task":"27075wz","include":["comments"]}"""),
            ]
        ),
        (
            "create with everything",
            [
                ("get_list", """{"list":"API"}"""),
                (
                    "create_task",
                    """
                    {"list":"API","name":"Job: rotate the keys","description":"Every **90** days.","status":"in progress","priority":"high",
                    "due":"2027-03-01","estimate":"2h","assignees":["Ben Fischer"],"tags":["backend"],"points":3,
                    "custom_fields":[{"field":"Effort","value":5}]}
                    """
                ),
                ("get_task", """{"task":"Job: rotate the keys","list":"API"}"""),
            ]
        ),
        (
            "change five things",
            [
                (
                    "update_task",
                    """
                    {"task":"Job: rotate the keys","list":"API","status":"in review","assignees":["Carla Rossi"],"tags":["frontend"],
                    "custom_fields":[{"field":"Effort","value":8}],"move_to_list":"Web App"}
                    """
                ),
                ("get_task", """{"task":"Job: rotate the keys","list":"Web App"}"""),
            ]
        ),
        (
            "comment with thread",
            [
                (
                    "create_comment",
                    """{"task":"27075wz","text":"# Plan\n\n1. **Rotate**\n2. `deploy`\n\n@Carla Rossi please look"}"""
                ),
                ("create_comment_reply", """{"comment_id":"90110200000072","text":"*Done.*"}"""),
                ("get_task", """{"task":"27075wz","fields":["name"],"include":["comments"]}"""),
            ]
        ),
        (
            "log time and weekly total",
            [
                ("add_time_entry", """{"task":"27075wz","start":"yesterday 9am","duration":"1h 20m"}"""),
                ("get_time_report", """{"by":"day","period":"this week","assignees":["me"]}"""),
            ]
        ),
        ("sprint report", [("list_sprints", "{}"), ("get_sprint", "{}")]),
        (
            "doc search and edit",
            [
                ("search_documents", """{"query":"404 not found"}"""),
                ("get_document_page", """{"document":"API Guide","page":"Errors"}"""),
                (
                    "update_document_page",
                    """{"document":"API Guide","page":"Errors","append_content":"## Retries\n\nOld."}"""
                ),
                (
                    "edit_document_section",
                    """{"document":"API Guide","page":"Errors","section":"Retries","replace_section":"Wait for the reset."}"""
                ),
                ("get_document_page", """{"document":"API Guide","page":"Errors"}"""),
            ]
        ),
        ("overdue by person", [("get_overdue_report", """{"by":"person"}""")]),
        ("who works on what", [("get_workload", "{}")]),
        (
            "bulk move with date",
            [
                ("list_tasks", """{"list":"Web App","subtasks":true}"""),
                (
                    "update_task",
                    """{"where":{"list":"Web App","subtasks":true},"move_to_list":"API","due":"2027-03-31"}"""
                ),
                ("list_tasks", """{"list":"API","subtasks":true,"due_after":"2027-03-30"}"""),
            ]
        ),
    ];

    [Fact]
    public async Task Everyday_jobs_take_few_bytes_of_who_knows_no_ids()
    {
        await using StdioClient client = ServerBinary.Start("stdio", "--sandbox");
        await client.InitializeAsync(Limit.Short);
        List<Job> jobs = [];
        foreach ((string name, (string Tool, string Arguments)[] calls) in All)
        {
            Job job = new(name, client);
            jobs.Add(job);
            foreach ((string tool, string arguments) in calls)
            {
                await job.CallAsync(tool, arguments);
            }
        }

        Job.Report(jobs);
        jobs.Sum(static job => job.Calls).ShouldBeLessThanOrEqualTo(MostCalls);
        jobs.Sum(static job => job.Bytes).ShouldBeLessThanOrEqualTo(MostBytes);
    }
}
