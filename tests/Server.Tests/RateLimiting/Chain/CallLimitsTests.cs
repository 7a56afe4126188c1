using ClickUpMcp.Errors;
using ClickUpMcp.Hosting;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.RateLimiting;

namespace ClickUpMcp.Tests.RateLimiting.Chain;

public class CallLimitsTests
{
    private static readonly Caller First = new(1, 10);
    private static readonly Caller Second = new(2, 10);

    private readonly ManualTimeProvider _time = new();
    private readonly LimitCounters _counters = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task PB_06_a_principal_has_sixty_calls_a_minute_and_hears_when_the_next_is_free()
    {
        using CallLimits limits = Create(new CallLimitOptions());
        await EnterAsync(limits, First, 60);
        ActionableException error = await Should.ThrowAsync<ActionableException>(() => EnterAsync(limits, First));
        error.What.ShouldContain("60 tool calls a minute");
        error.Next!.ShouldBe(
            "Retry in 1 s; the operator can change the limit with CLICKUP_MCP_CALLS_PER_MINUTE (0 = none)."
        );
        await EnterAsync(limits, Second, 60);
        _time.Advance(TimeSpan.FromSeconds(1));
        await EnterAsync(limits, First);
        await Should.ThrowAsync<ActionableException>(() => EnterAsync(limits, First));
        _counters.Refusals(RefusalReason.CallsPerMinute).ShouldBe(2);
    }

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task PB_06_principals_share_their_licences_day()
    {
        using CallLimits limits = Create(new CallLimitOptions { PerMinute = 0, PerDay = 100 });
        await EnterAsync(limits, First, 70);
        await EnterAsync(limits, Second, 30);
        _time.Advance(TimeSpan.FromHours(23));
        ActionableException error = await Should.ThrowAsync<ActionableException>(() => EnterAsync(limits, First));
        error.Next!.ShouldContain("Retry in 3600 s");
        await EnterAsync(limits, new Caller(1, 11));
        _time.Advance(TimeSpan.FromHours(1));
        await EnterAsync(limits, First);
        _counters.Refusals(RefusalReason.CallsPerDay).ShouldBe(1);
    }

    [Fact]
    public async Task Many_at_once_never_get_more_than_the_day_holds()
    {
        using CallLimits limits = Create(new CallLimitOptions { PerMinute = 0, PerDay = 500 });
        int entered = 0;
        await Parallel.ForAsync(
            0,
            2_000,
            Token,
            async (_, token) =>
            {
                try
                {
                    await limits.EnterAsync(First, token);
                    Interlocked.Increment(ref entered);
                }
                catch (ActionableException) { }
            }
        );
        entered.ShouldBe(500);
    }

    [Fact]
    public async Task Zero_is_no_limit()
    {
        using CallLimits limits = Create(new CallLimitOptions { PerMinute = 0 });
        await EnterAsync(limits, First, 10_000);
    }

    [Fact]
    [Trait("Promise", "PB-06")]
    public async Task The_61st_call_of_a_session_is_an_error_result_and_the_snapshot_tells_of_it()
    {
        ToolGateway gateway = (ToolGateway)
            new CompositionRoot(_time)
                .CreateInventory(new ServerOptions { Sandbox = true, RepeatLimit = 0 })
                .Tools.Value;
        gateway.Limits.ShouldBeNull("nothing of the limits exists before the first call");
        List<ToolGatewayResult> results = [];
        for (int i = 0; i < 61; i++)
        {
            results.Add(await gateway.CallAsync(new McpRequest("get_workspace", default), Token));
        }

        results.SkipLast(1).ShouldAllBe(static result => !result.Result!.IsError);
        results[^1].Result!.IsError.ShouldBeTrue();
        results[^1].Result!.Text.ShouldContain("Retry in 1 s");
        LimitsSnapshot limits = gateway.Limits.ShouldNotBeNull();
        limits.Refusals["CallsPerMinute"].ShouldBe(1);
        limits.CallsPerMinute.ShouldBe(60);
        limits.UpstreamPerMinute.ShouldBe(0, "the sandbox in the process is not paced");
        limits.Requests.ShouldBeGreaterThan(0);
        limits.Waits.ShouldBe(0);
    }

    [Fact]
    public void The_limits_are_read_from_flags_and_variables()
    {
        CommandArguments arguments = CommandArguments.Parse(
            ["--calls-per-minute", "7", "--max-in-flight=0"],
            [],
            () => []
        );
        Dictionary<string, string> variables = new()
        {
            ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "8",
            ["CLICKUP_MCP_CALLS_PER_DAY"] = "9",
            ["CLICKUP_MCP_UPSTREAM_PER_MINUTE"] = "50",
        };
        ServerOptions options = OptionsLoader.Load(arguments, name => variables.GetValueOrDefault(name));
        (options.CallsPerMinute, options.CallsPerDay, options.UpstreamPerMinute, options.MaxInFlight).ShouldBe(
            (7, 9, 50, 0)
        );
        ServerOptions usual = OptionsLoader.Load(CommandArguments.Parse([], [], () => []), static _ => null);
        (usual.CallsPerMinute, usual.CallsPerDay, usual.UpstreamPerMinute, usual.MaxInFlight).ShouldBe(
            (60, 0, null, 6)
        );
    }

    private CallLimits Create(CallLimitOptions options) =>
        new(options, new InMemoryDailyQuota(_time), _counters, _time);

    private static async Task EnterAsync(CallLimits limits, Caller caller, int times = 1)
    {
        for (int i = 0; i < times; i++)
        {
            await limits.EnterAsync(caller, Token);
        }
    }
}
