using System.Globalization;
using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.RateLimiting.Chain;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Bulk;

/// <summary>Under 429, 5xx, cuts before and after, hanging requests and a cancellation, each item is reported once, and as it is.</summary>
public sealed class BulkFaultTests
{
    private const int Many = 500;
    private const int PerMinute = 100;

    private readonly ManualTimeProvider _time = new();
    private readonly HeardProgress _progress = new();

    [Theory]
    [InlineData(1, null)]
    [InlineData(2, null)]
    [InlineData(3, 100)]
    [InlineData(4, 70)]
    public void Each_of_500_updates_is_reported_once_and_as_it_is(int seed, int? cancelledAfterSeconds)
    {
        Outcome run = Run(
            "update_task",
            ids =>
                $$"""{"tasks":[{{string.Join(',', ids.Select((id, i) => $$"""{"task":"{{id}}","name":"{{New(i)}}"}"""))}}]}""",
            Many,
            seed,
            cancelledAfterSeconds
        );

        for (int i = 0; i < Many; i++)
        {
            (string id, string state) = (run.Ids[i], run.States[run.Ids[i]]);
            bool isChanged = run.Task(id).GetProperty("name").GetString() == New(i);
            bool wasSent = run.WritesTo(id) > 0;
            switch (state)
            {
                case "done":
                    isChanged.ShouldBeTrue(id);
                    break;
                case "failed":
                    isChanged.ShouldBeFalse(id);
                    break;
                case "not started":
                    (isChanged || wasSent).ShouldBeFalse(id);
                    break;
                default:
                    state.ShouldBe("unknown");
                    break;
            }
        }

        run.Count("done").ShouldBeGreaterThan(cancelledAfterSeconds is null ? Many - 5 : 20, run.Text);
        if (cancelledAfterSeconds is null)
        {
            run.Text.ShouldContain("It took ");
            _progress.All.ShouldContain(
                "update_task for 500, which takes 5m or more at ClickUp's rate limit.",
                $"{_progress.All.Count}"
            );
            run.Count("not started").ShouldBe(0);
        }
        else
        {
            run.Text.ShouldStartWith("update_task was stopped: ");
            run.Count("not started").ShouldBeGreaterThan(0);
            _progress.All[^1].ShouldStartWith("update_task was stopped: ");
        }
    }

    [Theory]
    [InlineData(49, "all of which are valid; nothing was changed")]
    [InlineData(50, "all of which are valid, which takes 30s or more at ClickUp's rate limit; nothing was changed")]
    public void A_dry_run_says_how_long_the_call_will_take(int count, string expected)
    {
        Outcome run = Seeded(count);

        string text = Call(
            new SandboxMessageHandler(run.Sandbox),
            "update_task",
            $$"""{"dry_run":true,"priority":"low","tasks":[{{string.Join(',', run.Ids.Select(id => $"\"{id}\""))}}]}"""
        );

        text.ShouldContain(expected);
    }

    [Theory]
    [InlineData(5)]
    [InlineData(6)]
    public void No_comment_is_written_twice_and_none_is_said_to_be_there_that_is_not(int seed)
    {
        Outcome run = Run(
            "create_comment",
            ids => $$"""{"text":"Please have a look.","tasks":[{{string.Join(',', ids.Select(id => $"\"{id}\""))}}]}""",
            count: 60,
            seed,
            cancelledAfterSeconds: null
        );

        foreach (string id in run.Ids)
        {
            int written = run.Comments(id);
            int most = run.States[id] is "done" or "unknown" ? 1 : 0;
            written.ShouldBeInRange(run.States[id] == "done" ? 1 : 0, most, $"{id} {run.States[id]}");
        }
    }

    private static string New(int index) => $"renamed {index.ToString(CultureInfo.InvariantCulture)}";

    private Outcome Run(
        string tool,
        Func<IReadOnlyList<string>, string> arguments,
        int count,
        int seed,
        int? cancelledAfterSeconds
    )
    {
        Outcome outcome = Seeded(count);
        SandboxServer sandbox = outcome.Sandbox;
        int before = sandbox.Log.Count;
        outcome.Read(
            Call(
                new UnreliableSandbox(sandbox, refuses: true, new Random(seed), _time),
                tool,
                arguments(outcome.Ids),
                cancelledAfterSeconds
            )
        );
        int sent = sandbox.Log.Count - before;
        TestContext.Current.TestOutputHelper!.WriteLine(
            $"{outcome.Text.Split('\n')[0]} {sent} requests reached the sandbox."
        );
        VirtualLoop.Run(_time, outcome.ReadTasksAsync);
        return outcome;
    }

    private Outcome Seeded(int count)
    {
        SandboxServer sandbox = new(new SandboxOptions { RequestsPerMinute = PerMinute, Scale = 4 }, _time);
        Outcome outcome = new(sandbox, count) { Time = _time };
        VirtualLoop.Run(_time, outcome.FindIdsAsync);
        return outcome;
    }

    private string Call(HttpMessageHandler network, string tool, string arguments, int? cancelledAfterSeconds = null)
    {
        ToolDispatcher dispatcher = CreateDispatcher(network);
        string text = string.Empty;
        VirtualLoop.Run(
            _time,
            async () =>
            {
                using CancellationTokenSource cancel = cancelledAfterSeconds is { } seconds
                    ? new CancellationTokenSource(TimeSpan.FromSeconds(seconds), _time)
                    : new CancellationTokenSource();
                ToolCallOutcome called = await dispatcher.CallAsync(
                    tool,
                    Encoding.UTF8.GetBytes(arguments),
                    _progress,
                    cancel.Token
                );
                text = called.Result.ShouldNotBeNull().Text;
            }
        );
        return text;
    }

    private ToolDispatcher CreateDispatcher(HttpMessageHandler network)
    {
        UpstreamGate gate = new(new UpstreamLimitOptions(), new LimitCounters(), _time);
        ClickUpCredentials credentials = new(SandboxSeed.Token);
        ClickUpClient client = new(
            credentials,
            new() { Dialect = ToolCatalog.Upstream },
            _time,
            gate,
            credentials.Fingerprint(),
            () => network
        );
        ResolverOptions resolution = new() { Workspace = SandboxSeed.WorkspaceId };
        WorkspaceDirectory directory = new(client, resolution, _time);
        // Many wait for the first look-up at once, on another thread, and virtual time would run ahead of it.
        VirtualLoop.Run(_time, () => directory.GetUserAsync(CancellationToken.None));
        ToolServices services = new(
            new DirectoryRefreshingClient(client, directory),
            directory,
            new NameResolver(directory, resolution),
            new Projector(OutputFormat.Text, 200_000),
            TestCursors.Codec(_time),
            _time
        );
        ToolInventory inventory = new(EmittedCatalog.Instance, ToolPolicy.Create(new(), EmittedCatalog.Instance));
        return new ToolDispatcher(inventory, services, static line => throw new InvalidOperationException(line));
    }

    private sealed class HeardProgress : IProgressReporter
    {
        private double _last;

        public List<string> All { get; } = [];

        public void Report(double progress, double? total, string message)
        {
            progress.ShouldBeGreaterThanOrEqualTo(_last);
            _last = progress;
            All.Add(message);
        }
    }

    private sealed class Outcome(SandboxServer sandbox, int count)
    {
        private readonly Dictionary<string, JsonElement> _tasks = new(StringComparer.Ordinal);
        private readonly Dictionary<string, int> _comments = new(StringComparer.Ordinal);

        public SandboxServer Sandbox => sandbox;

        public List<string> Ids { get; } = [];

        public string Text { get; private set; } = string.Empty;

        public Dictionary<string, string> States { get; } = new(StringComparer.Ordinal);

        public int Count(string state) => States.Values.Count(other => other == state);

        public JsonElement Task(string id) => _tasks[id];

        public int Comments(string id) => _comments[id];

        public int WritesTo(string id) =>
            sandbox.Log.Count(entry =>
                entry.Method != "GET" && entry.Path.Contains($"/{id}", StringComparison.Ordinal)
            );

        public async Task FindIdsAsync()
        {
            for (int page = 0; Ids.Count < count; page++)
            {
                JsonElement tasks = (
                    await GetAsync($"/api/v2/team/{SandboxSeed.WorkspaceId}/task", $"page={page}&subtasks=true")
                ).GetProperty("tasks");
                Ids.AddRange(
                    tasks
                        .EnumerateArray()
                        .Select(static task => task.GetProperty("id").GetString()!)
                        .Take(count - Ids.Count)
                );
            }
        }

        /// <summary>Takes each outcome; one that comes twice fails.</summary>
        public void Read(string text)
        {
            Text = text;
            string state = string.Empty;
            foreach (string line in text.Split('\n'))
            {
                if (line.StartsWith("- ", StringComparison.Ordinal))
                {
                    States.Add(line[2..].Split(' ', ':')[0], state);
                    continue;
                }

                state =
                    line.StartsWith("Failed", StringComparison.Ordinal) ? "failed"
                    : line.StartsWith("Unknown", StringComparison.Ordinal) ? "unknown"
                    : line.StartsWith("Not started", StringComparison.Ordinal) ? "not started"
                    : line.StartsWith("Done", StringComparison.Ordinal) ? "done"
                    : state;
                int list = line.IndexOf(": ", StringComparison.Ordinal);
                if (list > 0 && (line.StartsWith("Done: ", StringComparison.Ordinal) || state == "not started"))
                {
                    foreach (string id in line[(list + 2)..].Split(", "))
                    {
                        States.Add(id, state);
                    }
                }
            }

            States.Keys.Order(StringComparer.Ordinal).ShouldBe(Ids.Order(StringComparer.Ordinal), text);
        }

        public async Task ReadTasksAsync()
        {
            foreach (string id in Ids)
            {
                _tasks[id] = await GetAsync($"/api/v2/task/{id}", "");
                _comments[id] = (await GetAsync($"/api/v2/task/{id}/comment", ""))
                    .GetProperty("comments")
                    .EnumerateArray()
                    .Count(static comment => comment.GetProperty("comment_text").GetString() == "Please have a look.");
            }
        }

        // Another token, whose budget is its own; more requests than that are made a minute later.
        private async Task<JsonElement> GetAsync(string path, string query)
        {
            while (true)
            {
                SandboxResponse response = await sandbox.HandleAsync(
                    new SandboxRequest("GET", path, query, "pk_sandbox_81000001_OTHER"),
                    CancellationToken.None
                );
                if (response.Status == 200)
                {
                    return JsonElement.Parse(response.Body.Span);
                }

                response.Status.ShouldBe(429);
                await System.Threading.Tasks.Task.Delay(TimeSpan.FromMinutes(1), Time);
            }
        }

        public required TimeProvider Time { get; init; }
    }
}
