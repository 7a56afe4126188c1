using System.Text;
using System.Text.Json;
using ClickUpMcp.Api;
using ClickUpMcp.Projection;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.RateLimiting;
using ClickUpMcp.Resolution;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

/// <summary>A thousand tool calls of 32 agents with one token, on a plan of 100 requests a minute and a bad network.</summary>
public class NoRequestLostTests
{
    private const int Agents = 32;
    private const int Calls = 1_000;
    private const int PerMinute = 100;

    private readonly ManualTimeProvider _time = new();
    private readonly LimitCounters _counters = new();
    private readonly List<(string Name, bool IsError)> _creations = [];
    private int _begun;
    private int _answered;
    private long _lastBegun;

    [Theory]
    [InlineData(1, false)]
    [InlineData(2, false)]
    [InlineData(3, true)]
    [InlineData(4, true)]
    [Trait("Promise", "PA-11")]
    [Trait("Promise", "PA-13")]
    public void PA_11_PA_13_every_call_is_answered_once_and_no_write_is_made_twice(int seed, bool refuses)
    {
        SandboxServer sandbox = new(new SandboxOptions { RequestsPerMinute = PerMinute }, _time);
        UnreliableSandbox network = new(sandbox, refuses, new Random(seed), _time);
        ToolDispatcher dispatcher = CreateDispatcher(network);

        VirtualLoop.Run(
            _time,
            () => Task.WhenAll(Enumerable.Range(0, Agents).Select(agent => RunAgentAsync(dispatcher, agent)))
        );

        _answered.ShouldBe(Calls);
        VirtualLoop.Run(_time, () => CheckTasksAsync(sandbox, network));
        if (!refuses)
        {
            // 100 in the first minute at once or evenly, and so on: what could have been sent until the last call began.
            double minutes = TimeSpan.FromTicks(_lastBegun).TotalMinutes;
            double sent = network.Arrivals.Count(at => at <= _lastBegun);
            double used = sent / (minutes * PerMinute);
            double refused = (double)network.OwnRefusals / network.Arrivals.Count;
            TestContext.Current.TestOutputHelper!.WriteLine(
                $"{sent} requests in {minutes:0.00} min: {used:P1} of the budget; {refused:P2} answered with 429"
            );
            used.ShouldBeGreaterThanOrEqualTo(0.95);
            refused.ShouldBeLessThan(0.01);
        }
    }

    private async Task RunAgentAsync(ToolDispatcher dispatcher, int agent)
    {
        for (int step = 0; _begun < Calls; step++)
        {
            _begun++;
            _lastBegun = _time.GetTimestamp();
            string name = $"agent {agent} step {step:000}";
            bool isWrite = (agent + step) % 2 == 0;
            string arguments = isWrite
                ? $$"""{"name":"{{name}}","list":"{{SandboxSeed.InboxListId}}"}"""
                : $$"""{"task":"{{SandboxSeed.RichTaskId}}"}""";
            ToolCallOutcome outcome = await dispatcher.CallAsync(
                isWrite ? "create_task" : "get_task",
                Encoding.UTF8.GetBytes(arguments),
                NoProgress.Instance,
                CancellationToken.None
            );
            _answered++;
            ToolResult result = outcome.Result.ShouldNotBeNull();
            if (isWrite)
            {
                _creations.Add((name, result.IsError));
            }
        }
    }

    private async Task CheckTasksAsync(SandboxServer sandbox, UnreliableSandbox network)
    {
        List<string> present = await ReadTasksAsync(sandbox);
        foreach ((string name, bool isError) in _creations)
        {
            present.Count(other => other == name).ShouldBeInRange(isError ? 0 : 1, 1, name);
        }

        // About one in twelve meets a fault after which a write may not be repeated; which ones, the order of threads has a say in.
        _creations.Count(static creation => creation.IsError).ShouldBeLessThan(_creations.Count / 5);
        network.Created.Order().ShouldBe(present.Order());
        foreach (IGrouping<string, string> session in network.Created.GroupBy(static name => name.Split(" step")[0]))
        {
            session.ShouldBeInOrder(SortDirection.Ascending);
        }
    }

    /// <summary>The names of the agents' tasks as another user's token sees them.</summary>
    private async Task<List<string>> ReadTasksAsync(SandboxServer sandbox)
    {
        List<string> names = [];
        for (int page = 0; ; page++)
        {
            SandboxResponse response = await sandbox.HandleAsync(
                new SandboxRequest(
                    "GET",
                    $"/api/v2/list/{SandboxSeed.InboxListId}/task",
                    $"page={page}",
                    SandboxSeed.MemberToken
                ),
                CancellationToken.None
            );
            using JsonDocument json = JsonDocument.Parse(response.Body);
            JsonElement tasks = json.RootElement.GetProperty("tasks");
            names.AddRange(tasks.EnumerateArray().Select(static task => task.GetProperty("name").GetString()!));
            if (tasks.GetArrayLength() == 0)
            {
                return [.. names.Where(static name => name.StartsWith("agent ", StringComparison.Ordinal))];
            }
        }
    }

    private ToolDispatcher CreateDispatcher(HttpMessageHandler network)
    {
        UpstreamGate gate = new(new UpstreamLimitOptions(), _counters, _time);
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
        ToolServices services = new(
            new DirectoryRefreshingClient(client, directory),
            directory,
            new NameResolver(directory, resolution),
            new Projector(OutputFormat.Text),
            TestCursors.Codec(_time),
            _time
        );
        ToolInventory inventory = new(EmittedCatalog.Instance, ToolPolicy.Create(new(), EmittedCatalog.Instance));
        return new ToolDispatcher(inventory, services, static line => throw new InvalidOperationException(line));
    }
}
