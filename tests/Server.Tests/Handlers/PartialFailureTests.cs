using ClickUpMcp.Sandbox;
using ClickUpMcp.Sandbox.Faults;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>A call that writes more than once tells of each of its writes that failed, and of one that did nothing.</summary>
public sealed class PartialFailureTests
{
    private const string Second = SandboxSeed.SecondTaskId;

    /// <summary>Calls that write several times, by what they are about.</summary>
    private static readonly Dictionary<string, (string Tool, string Arguments)> Calls = new()
    {
        ["all of a task"] = (
            "update_task",
            $$"""
            {"task":"{{Second}}","name":"All at once","move_to_list":"Web App","tags":["bug","tech debt"],
             "custom_fields":[{"field":"Effort","value":8},{"field":"Severity","value":"minor"}]}
            """
        ),
        ["tags and fields of a task"] = (
            "update_task",
            $$"""
            {"task":"{{SandboxSeed.RichTaskId}}","tags":["tech debt"],
             "custom_fields":[{"field":"Effort","value":8},{"field":"Approved","value":false}]}
            """
        ),
        ["a timer"] = ("stop_time_entry", """{"description":"Draft done","tags":["review"],"workspace":"Acme"}"""),
    };

    public static TheoryData<string> Titles => [.. Calls.Keys];

    [Theory]
    [MemberData(nameof(Titles))]
    public async Task Each_write_that_fails_is_told(string title)
    {
        (string tool, string arguments) = Calls[title];
        (SandboxSession session, int before) = await StartAsync();
        ToolResult whole = await session.CallAsync(tool, arguments);
        whole.IsError.ShouldBeFalse(whole.Text);
        Says(whole).ShouldBeFalse(whole.Text);
        SentRequest[] writes = [.. session.Sent.Skip(before).Where(static request => request.Method != "GET")];
        writes.Length.ShouldBeGreaterThan(1);
        for (int write = 0; write < writes.Length; write++)
        {
            (session, before) = await StartAsync();
            session.Sandbox.Inject(RefusalOf(writes, write));

            ToolResult result = await session.CallAsync(tool, arguments);

            string what = $"{writes[write]}\n{result.Text}";
            session.Sent.Skip(before).ShouldContain(writes[write], what);
            (result.IsError || Says(result)).ShouldBeTrue(what);
        }
    }

    [Theory]
    [InlineData("move_task", $$"""{"task":"{{Second}}","list":"Web App"}""", true)]
    [InlineData("update_task", $$"""{"task":"{{Second}}","move_to_list":"Web App"}""", true)]
    [InlineData("update_task", $$"""{"task":"{{Second}}","move_to_list":"Web App","name":"Elsewhere"}""", false)]
    public async Task A_move_that_ClickUp_ignores_is_not_reported_as_moved(string tool, string arguments, bool isAll)
    {
        (SandboxSession session, _) = await StartAsync();
        session.Sandbox.Inject(
            new SandboxFault
            {
                Kind = SandboxFaultKind.Ignore,
                Method = "PUT",
                PathPrefix = "/api/v3/workspaces/",
            }
        );

        ToolResult result = await session.CallAsync(tool, arguments);

        result.IsError.ShouldBe(isAll, result.Text);
        result.Text.ShouldContain(
            isAll ? "is still in list API" : "The move failed: Task Refactor invoice export is still in list API."
        );
        result.Text.ShouldNotContain("Moved");
    }

    /// <summary>A session with a timer that runs, and how much was sent for it.</summary>
    private static async Task<(SandboxSession Session, int Sent)> StartAsync()
    {
        SandboxSession session = new();
        await session.CallAsync("start_time_entry", $$"""{"task":"{{SandboxSeed.RichTaskId}}","workspace":"Acme"}""");
        return (session, session.Sent.Count);
    }

    private static SandboxFault RefusalOf(SentRequest[] writes, int index)
    {
        SentRequest write = writes[index];
        return new SandboxFault
        {
            Kind = SandboxFaultKind.Status,
            Code = 400,
            Method = write.Method,
            PathPrefix = write.Path,
            After = writes[..index]
                .Count(other =>
                    other.Method == write.Method && other.Path.StartsWith(write.Path, StringComparison.Ordinal)
                ),
        };
    }

    private static bool Says(ToolResult result) =>
        result.Text.Contains(" failed: ", StringComparison.Ordinal)
        || result.Text.Contains("may be missing", StringComparison.Ordinal);
}
