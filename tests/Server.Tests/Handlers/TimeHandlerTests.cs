using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Time entries, timers and estimates that take more than one request.</summary>
public sealed class TimeHandlerTests
{
    private readonly SandboxSession _session = new();

    [Fact]
    public async Task Entries_of_several_lists_come_in_one_table()
    {
        ToolResult one = await _session.CallAsync(
            "get_time_entries",
            """{"lists":["API"],"everyone":true,"start":"3 months ago","workspace":"Acme"}"""
        );
        int before = _session.Sent.Count(request => request.Path.EndsWith("/time_entries", StringComparison.Ordinal));
        ToolResult both = await _session.CallAsync(
            "get_time_entries",
            """{"lists":["API","Web App","API"],"everyone":true,"start":"3 months ago","workspace":"Acme"}"""
        );

        before.ShouldBe(1);
        _session
            .Sent.Count(request => request.Path.EndsWith("/time_entries", StringComparison.Ordinal))
            .ShouldBe(before + 2);
        Rows(both).ShouldBeGreaterThan(Rows(one));
        both.Text.ShouldContain("Ben Fischer");
    }

    [Fact]
    public async Task One_place_at_a_time()
    {
        ToolResult result = await _session.CallAsync(
            "get_time_entries",
            """{"lists":["API"],"space":"Engineering","workspace":"Acme"}"""
        );

        result.IsError.ShouldBeTrue();
        _session.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task Stopping_can_describe_and_label_the_entry()
    {
        await _session.CallAsync(
            "start_time_entry",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","tags":["writing"],"workspace":"Acme"}"""
        );

        ToolResult stopped = await _session.CallAsync(
            "stop_time_entry",
            """{"description":"Draft done","tags":["review"],"workspace":"Acme"}"""
        );
        ToolResult again = await _session.CallAsync("stop_time_entry", """{"workspace":"Acme"}""");

        stopped.Text.ShouldContain("description: Draft done");
        stopped.Text.ShouldContain("writing, review");
        again.Text.ShouldBe("No timer was running.");
    }

    [Fact]
    public async Task Estimates_are_added_up_and_others_stay_unless_replaced()
    {
        const string Arguments = $$"""{"task":"{{SandboxSeed.RichTaskId}}","workspace":"Acme" """;

        ToolResult first = await _session.CallAsync(
            "set_time_estimates",
            Arguments + ",\"estimates\":[{\"member\":\"Anna Schmidt\",\"time\":\"3h\"}]}"
        );
        ToolResult second = await _session.CallAsync("set_time_estimates", Arguments + ",\"unassigned\":\"1h\"}");
        ToolResult third = await _session.CallAsync(
            "set_time_estimates",
            Arguments + ",\"unassigned\":\"30m\",\"replace\":true}"
        );

        first.Text.ShouldBe("total: 3h");
        second.Text.ShouldBe("total: 4h");
        third.Text.ShouldBe("total: 30m");
    }

    [Fact]
    public async Task A_label_is_renamed_everywhere_and_a_change_is_remembered()
    {
        const string Id = "4100000000000000265";
        await _session.CallAsync(
            "add_time_entry_tags",
            $$"""{"timer_id":"{{Id}}","name":"draft","workspace":"Acme"}"""
        );
        await _session.CallAsync(
            "update_time_entry_tags",
            """{"name":"draft","new_name":"final","workspace":"Acme"}"""
        );
        await _session.CallAsync(
            "update_time_entry",
            $$"""{"entry_id":"{{Id}}","description":"Twice","duration":"2h","workspace":"Acme"}"""
        );

        ToolResult entry = await _session.CallAsync("get_time_entry", $$"""{"entry_id":"{{Id}}","workspace":"Acme"}""");
        ToolResult history = await _session.CallAsync(
            "get_time_entry_history",
            $$"""{"entry_id":"{{Id}}","workspace":"Acme"}"""
        );

        entry.Text.ShouldContain("final");
        entry.Text.ShouldContain("duration: 2h");
        history.Text.ShouldContain("Twice");
    }

    private static int Rows(ToolResult result) => result.Text.Split('\n').Length;
}
