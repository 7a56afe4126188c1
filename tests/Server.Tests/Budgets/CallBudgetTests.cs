using System.Text;
using ClickUpMcp.Driver;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Budgets;

/// <summary>Usual calls keep to committed budgets of requests, of bytes and of what they allocate: nothing here is timed.</summary>
[Collection(AloneCollection.Name)]
[Trait("Writes", "files")]
public sealed class CallBudgetTests
{
    private const int Warming = 3;
    private const int Measured = 20;

    /// <summary>How much more than its budget a call may allocate, since pools are not always as full and versions of the framework differ.</summary>
    private const double Slack = 1.15;

    private static readonly string[] Place = ["eng", "call-budgets.txt"];

    private static readonly (string Tool, string Arguments)[] Calls =
    [
        ("get_task", $$"""{"task":"{{SandboxSeed.RichTaskId}}"}"""),
        ("get_task", $$"""{"task":"{{SandboxSeed.RichTaskId}}","detail_level":"full"}"""),
        ("get_task", """{"task":"Fix login redirect"}"""),
        ("get_workspace_tasks", """{"include_closed":true,"limit":100}"""),
        ("get_workspace", "{}"),
        ("list_tasks", """{"list":"Product Backlog"}"""),
        ("create_task", """{"list":"Product Backlog","name":"Budget"}"""),
        ("find_tools", """{"query":"log time on a task"}"""),
    ];

    [Fact]
    public async Task Calls_keep_to_their_budgets()
    {
        List<CallBudget> measured = [];
        foreach ((string tool, string arguments) in Calls)
        {
            measured.Add(await MeasureAsync(tool, arguments));
        }

        if (GeneratedFile.IsAccepting)
        {
            await File.WriteAllLinesAsync(
                Repository.At(Place),
                measured.Select(static one => one.ToString()),
                TestContext.Current.CancellationToken
            );
            return;
        }

        List<CallBudget> budgets =
        [
            .. Repository.Read(Place).Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(CallBudget.Parse),
        ];
        measured.Select(static one => one.Call).ShouldBe(budgets.Select(static one => one.Call));
        foreach ((CallBudget now, CallBudget budget) in measured.Zip(budgets))
        {
            string what = $"{now.Call}; './build.sh snapshots' writes eng/call-budgets.txt anew.";
            now.Requests.ShouldBe(budget.Requests, what);
            now.Bytes.ShouldBe(budget.Bytes, what);
            now.Kibibytes.ShouldBeLessThanOrEqualTo(budget.Kibibytes * Slack, what);
        }
    }

    private static async Task<CallBudget> MeasureAsync(string tool, string arguments)
    {
        SandboxSession session = new();
        ToolResult first = await session.CallAsync(tool, arguments);
        int requests = session.Sent.Count;
        // From here on the same responses come without the sandbox, whose work is none of the call's.
        Dictionary<string, string> bodies = [];
        session.Replace(sent => bodies.GetValueOrDefault(Key(sent)));
        for (int i = 0; i < Warming; i++)
        {
            await session.CallAsync(tool, arguments);
            foreach ((SentRequest request, string body) in session.Responses)
            {
                bodies[Key(request)] = body;
            }
        }

        // The least of several: pools that are empty at a moment, or a thread that is new, are not the call's doing.
        long least = long.MaxValue;
        for (int i = 0; i < Measured; i++)
        {
            long before = GC.GetTotalAllocatedBytes(precise: true);
            await session.CallAsync(tool, arguments);
            least = Math.Min(least, GC.GetTotalAllocatedBytes(precise: true) - before);
        }

        return new CallBudget($"{tool} {arguments}", requests, Encoding.UTF8.GetByteCount(first.Text), least / 1024.0);
    }

    private static string Key(SentRequest request) => $"{request.Method} {request.Path}{request.Query} {request.Body}";
}
