using System.Globalization;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>What a first name costs in requests where a workspace has a hundred lists and hundreds of tasks.</summary>
public class ColdNameTests
{
    private const int Lists = 100;
    private const int TasksOfList = 3;

    // The workspaces, the user for the zone of dates, and the task; with them five pages of 500 tasks, or the nine of four spaces and a page of the list.
    [Theory]
    [InlineData("""{"task":"Task 2 of plan 50"}""", 8)]
    [InlineData("""{"task":"Task 2 of plan 50","list":"Plan 50"}""", 13)]
    public async Task A_task_by_name_takes_few_requests(string arguments, int requests)
    {
        SandboxSession session = new();
        for (int list = 1; list <= Lists; list++)
        {
            ToolResult made = await session.CallAsync(
                "create_list",
                string.Create(CultureInfo.InvariantCulture, $$"""{"name":"Plan {{list}}","space":"90150000001"}""")
            );
            made.IsError.ShouldBeFalse(made.Text);
            for (int task = 1; task <= TasksOfList; task++)
            {
                made = await session.CallAsync(
                    "create_task",
                    string.Create(
                        CultureInfo.InvariantCulture,
                        $$"""{"name":"Task {{task}} of plan {{list}}","list":"Plan {{list}}"}"""
                    )
                );
                made.IsError.ShouldBeFalse(made.Text);
            }
        }

        session.Time.Advance(TimeSpan.FromMinutes(20));
        int before = session.Sent.Count;
        (await session.CallAsync("get_task", arguments)).IsError.ShouldBeFalse();
        (session.Sent.Count - before).ShouldBe(requests);
    }
}
