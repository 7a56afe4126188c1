using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Reports;

/// <summary>Tasks and time entries that chance put into a sandbox, and the raw data that independent sums are made of.</summary>
internal sealed class GeneratedWorld(SandboxSession session, int seed)
{
    private const long Hour = 3_600_000;
    private const long Day = 24 * Hour;

    // The day that sessions of tests live in.
    private static readonly DateTimeOffset Now = new(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);

    private static readonly long[] People =
    [
        SandboxSeed.OwnerId,
        SandboxSeed.AdminId,
        SandboxSeed.MemberId,
        SandboxSeed.OtherMemberId,
        SandboxSeed.NamesakeId,
    ];

    private static readonly string[] Lists =
    [
        SandboxSeed.ApiListId,
        SandboxSeed.WebAppListId,
        SandboxSeed.CurrentSprintListId,
        SandboxSeed.BacklogListId,
    ];

    private static readonly string[] Statuses = ["to do", "in progress", "in review", "done"];

    private readonly Random _chance = new(seed);
    private readonly List<string> _tasks = [];

    /// <summary>Adds tasks and entries.</summary>
    public async Task FillAsync()
    {
        int tasks = _chance.Next(5, 40);
        for (int i = 0; i < tasks; i++)
        {
            await AddTaskAsync(i);
        }

        int entries = _chance.Next(0, 120);
        for (int i = 0; i < entries; i++)
        {
            await AddEntryAsync();
        }
    }

    /// <summary>All time entries of everyone, as ClickUp would list them.</summary>
    public async Task<IReadOnlyList<JsonElement>> EntriesAsync() =>
        [
            .. (
                await GetAsync(
                    $"/team/{SandboxSeed.WorkspaceId}/time_entries",
                    $"start_date=0&end_date={Now.ToUnixTimeMilliseconds()}&include_task_tags=true&include_location_names=true"
                        + $"&assignee={string.Join(',', People.Append(SandboxSeed.GuestId))}"
                )
            )
                .GetProperty("data")
                .EnumerateArray(),
        ];

    /// <summary>All tasks with their subtasks, closed ones included.</summary>
    public async Task<IReadOnlyList<JsonElement>> TasksAsync()
    {
        List<JsonElement> tasks = [];
        for (int page = 0; ; page++)
        {
            JsonElement read = await GetAsync(
                $"/team/{SandboxSeed.WorkspaceId}/task",
                $"page={page}&subtasks=true&include_closed=true"
            );
            tasks.AddRange(read.GetProperty("tasks").EnumerateArray());
            if (read.GetProperty("last_page").GetBoolean())
            {
                return tasks;
            }
        }
    }

    private async Task AddTaskAsync(int number)
    {
        long? due = _chance.Next(4) == 0 ? null : Now.ToUnixTimeMilliseconds() + (_chance.Next(-20, 20) * Day);
        string people = string.Join(',', People.OrderBy(_ => _chance.Next()).Take(_chance.Next(0, 4)));
        string body = $$"""
            {"name":"Made {{number}} <&\"'>","status":"{{Statuses[_chance.Next(Statuses.Length)]}}",
            "assignees":[{{people}}],"time_estimate":{{_chance.Next(0, 3) * _chance.Next(1, 100_000) * 1000L}},
            "due_date":{{due?.ToString(CultureInfo.InvariantCulture) ?? "null"}},"points":{{_chance.Next(0, 9)}} }
            """.Replace("<&\"'>", "<&'>", StringComparison.Ordinal);
        JsonElement made = await SendAsync("POST", $"/list/{Lists[_chance.Next(Lists.Length)]}/task", body);
        _tasks.Add(made.GetProperty("id").GetString()!);
    }

    private Task AddEntryAsync()
    {
        long start = Now.ToUnixTimeMilliseconds() - (_chance.NextInt64(60 * Day) + Hour);
        string task = _chance.Next(5) == 0 ? "" : $",\"tid\":\"{_tasks[_chance.Next(_tasks.Count)]}\"";
        string tags = string.Join(
            ',',
            new[] { "pairing", "review", "call" }
                .OrderBy(_ => _chance.Next())
                .Take(_chance.Next(0, 3))
                .Select(static tag => $$"""{"name":"{{tag}}"}""")
        );
        return SendAsync(
            "POST",
            $"/team/{SandboxSeed.WorkspaceId}/time_entries",
            $$"""
            {"start":{{start}},"duration":{{_chance.Next(1, 30_000) * 1000L}},"billable":{{(
                _chance.Next(2) == 0 ? "true" : "false"
            )}},"assignee":{{People[_chance.Next(People.Length)]}},"tags":[{{tags}}]{{task}}}
            """
        );
    }

    private Task<JsonElement> GetAsync(string path, string query) => SendAsync("GET", path, body: "", query);

    private async Task<JsonElement> SendAsync(string method, string path, string body, string query = "")
    {
        SandboxResponse response = await session.Sandbox.HandleAsync(
            new SandboxRequest(
                method,
                "/api/v2" + path,
                query,
                SandboxSeed.Token,
                Encoding.UTF8.GetBytes(body),
                body.Length == 0 ? null : "application/json"
            ),
            TestContext.Current.CancellationToken
        );
        response.Status.ShouldBe(200, Encoding.UTF8.GetString(response.Body.Span));
        return JsonElement.Parse(response.Body.Span);
    }
}
