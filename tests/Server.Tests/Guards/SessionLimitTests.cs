using ClickUpMcp.RateLimiting;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Guards;

/// <summary>An agent that goes in circles or does too much is told, and then stopped.</summary>
[Trait("Requirement", "R-01")]
public sealed class SessionLimitTests
{
    private const string Task = """{"task":"27075wz"}""";

    [Fact]
    public async Task R_01_the_same_call_is_told_from_half_its_limit_on_then_refused_and_let_in_again_after_a_minute()
    {
        SandboxSession session = new(limits: new SessionLimits { Repeats = 4 });

        ToolResult[] results = [.. await CallsAsync(session, 6)];

        results[..2].ShouldAllBe(static result => !result.IsError && !result.Text.Contains("the same arguments"));
        results[2].Text.ShouldContain("made 3 times with the same arguments within a minute; after 4 it is refused");
        results[3].Text.ShouldContain("made 4 times");
        results[4..].ShouldAllBe(static result => result.IsError && result.Text.Contains("is refused for now"));
        (await session.CallAsync("get_task", """{"task":"DEV-1"}""")).Text.ShouldNotContain("the same arguments");
        (await session.CallAsync("get_comments", Task)).IsError.ShouldBeFalse("another tool");

        session.Time.Advance(TimeSpan.FromMinutes(1));
        (await session.CallAsync("get_task", Task)).IsError.ShouldBeFalse();
    }

    [Fact]
    public async Task R_01_calls_that_alternate_are_a_loop_too()
    {
        SandboxSession session = new(limits: new SessionLimits { Repeats = 3 });
        for (int i = 0; i < 3; i++)
        {
            (await session.CallAsync("get_task", Task)).IsError.ShouldBeFalse();
            (await session.CallAsync("get_comments", Task)).IsError.ShouldBeFalse();
        }

        (await session.CallAsync("get_task", Task)).IsError.ShouldBeTrue();
        (await session.CallAsync("get_comments", Task)).IsError.ShouldBeTrue();
    }

    [Fact]
    public void R_01_what_is_remembered_is_bounded()
    {
        RepeatedCalls calls = new(1, new ManualTimeProvider(DateTimeOffset.UnixEpoch));
        for (int round = 0; round < 2; round++)
        {
            for (int call = 0; call < 17; call++)
            {
                calls.Take(call).ShouldBeNull("each has made room for another");
            }
        }
    }

    [Theory]
    [InlineData("calls", 3)]
    [InlineData("requests", 3)]
    public async Task R_01_a_session_that_has_used_its_budget_is_told_what_and_sends_no_more(string what, int count)
    {
        SandboxSession session = new(limits: SessionLimits.ParseBudget($"{what}={count}"));

        ToolResult[] results = [.. await CallsAsync(session, 5)];

        results[..count].ShouldAllBe(static result => !result.IsError);
        results[count..].ShouldAllBe(result => result.IsError && result.Text.Contains($"has used its {count} "));
        results[^1].Text.ShouldContain("CLICKUP_MCP_SESSION_BUDGET");
        session.Sent.Count.ShouldBe(count);
    }

    [Fact]
    public async Task R_01_one_call_that_writes_much_gets_no_further_than_the_budget_and_says_what_was_done()
    {
        SandboxSession session = new(limits: SessionLimits.ParseBudget("writes=2"));

        ToolResult result = await session.CallAsync(
            "update_task",
            """{"where":{"list":"Product Backlog"},"priority":"low","continue_on_error":true}"""
        );

        session.Sent.Count(static sent => sent.Method != "GET").ShouldBe(2, result.Text);
        result.Text.ShouldContain("has used its 2 requests that change something");
        (await session.CallAsync("get_task", Task)).IsError.ShouldBeFalse("reading is no writing");
    }

    [Fact]
    public async Task R_01_results_count_by_their_bytes()
    {
        SandboxSession session = new(limits: SessionLimits.ParseBudget("bytes=100"));

        (await session.CallAsync("get_task", Task)).IsError.ShouldBeFalse();
        (await session.CallAsync("get_task", Task)).Text.ShouldContain("has used its 100 bytes of results");
    }

    [Fact]
    public void R_01_calls_at_once_do_not_pass_the_budget()
    {
        SessionBudget budget = new(SessionLimits.ParseBudget("requests=1000,writes=300"));
        int taken = 0;

        Parallel.For(
            0,
            4000,
            i =>
            {
                try
                {
                    budget.TakeRequest(changes: i % 2 == 0);
                    Interlocked.Increment(ref taken);
                }
                catch (CallsRefusedException refusal)
                {
                    refusal.RetryAfter.ShouldBeNull();
                }
            }
        );

        taken.ShouldBe(1000);
    }

    [Theory]
    [InlineData("")]
    [InlineData("calls=5")]
    [InlineData("writes=1, calls=2")]
    [InlineData("bytes=1000000000000 requests=0")]
    public void A_budget_is_read(string text) => SessionLimits.ParseBudget(text).Repeats.ShouldBe(0);

    [Theory]
    [InlineData("calls")]
    [InlineData("calls=")]
    [InlineData("calls=-1")]
    [InlineData("calls=1=2")]
    [InlineData("call=1")]
    [InlineData("bytes=1000000000001")]
    public void What_is_none_is_said(string text) =>
        Should.Throw<FormatException>(() => SessionLimits.ParseBudget(text)).Message.ShouldContain("calls=N");

    private static async Task<List<ToolResult>> CallsAsync(SandboxSession session, int count)
    {
        List<ToolResult> results = [];
        for (int i = 0; i < count; i++)
        {
            results.Add(await session.CallAsync("get_task", Task));
        }

        return results;
    }
}
