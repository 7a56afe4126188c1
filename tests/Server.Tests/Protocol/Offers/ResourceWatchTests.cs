using System.Threading.Channels;
using ClickUpMcp.Protocol.Inventories;
using ClickUpMcp.Protocol.Offers;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Protocol.Offers;

/// <summary>What is watched is looked at once in each period, by no more than there may be, and not at all when nobody watches.</summary>
public sealed class ResourceWatchTests
{
    private static readonly TimeSpan Pace = TimeSpan.FromSeconds(60);

    private readonly ManualTimeProvider _time = new();
    private readonly ScriptedGateway _gateway = new();
    private readonly WatchCounts _counts = new();
    private readonly Channel<string> _told = Channel.CreateUnbounded<string>();
    private readonly ResourceWatch _watch;

    public ResourceWatchTests()
    {
        _watch = New();
    }

    [Fact]
    public async Task A_change_is_told_once_and_no_change_is_not()
    {
        Add("a", this).ShouldBeNull();
        _time.Advance(Pace);
        McpRequest look = await _gateway.NextAsync();
        (look.Subject, look.IsBackground).ShouldBe(("get_task", true));
        _gateway.Result = new ToolResult("two");
        await LookAsync();
        (await ToldAsync()).ShouldBe("a");
        await LookAsync();
        await LookAsync();
        _told.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task A_look_that_fails_is_no_change_and_ends_nothing()
    {
        Add("a", this).ShouldBeNull();
        _gateway.Result = null;
        await LookAsync();
        _gateway.Result = new ToolResult("The limit is reached.", IsError: true);
        await LookAsync();
        _gateway.Result = new ToolResult("two");
        await LookAsync();
        (await ToldAsync()).ShouldBe("a");
        _told.Reader.Count.ShouldBe(0);
    }

    [Fact]
    public async Task One_look_serves_all_who_watch()
    {
        Add("a", "first").ShouldBeNull();
        Add("a", "second").ShouldBeNull();
        Add("a", "second").ShouldBeNull();
        _counts.Of(7).ShouldBe(2);
        _gateway.Result = new ToolResult("two");
        await LookAsync();
        await ToldAsync();
        await ToldAsync();
        _gateway.Untaken.ShouldBe(0);
        _watch.Count.ShouldBe(1);
    }

    [Fact]
    public void Nothing_runs_before_the_first_and_after_the_last()
    {
        _time.ArmedTimers.ShouldBe(0);
        Add("a", "first").ShouldBeNull();
        Add("b", "second").ShouldBeNull();
        _time.ArmedTimers.ShouldBe(1);
        _watch.Remove("a", "second");
        _watch.RemoveAll("first");
        _time.ArmedTimers.ShouldBe(1);
        _watch.Remove("b", "second");
        (_watch.Count, _counts.Of(7)).ShouldBe((0, 0));
        _time.ArmedTimers.ShouldBe(0);
    }

    [Fact]
    public void One_session_and_one_principal_watch_only_so_many()
    {
        for (int i = 0; i < WatchOptions.MostOfOwner; i++)
        {
            Add($"a{i}", "first").ShouldBeNull();
        }

        Add("more", "first").ShouldNotBeNull().ShouldContain("20");
        Add("a0", "first").ShouldBeNull();
        ResourceWatch other = New();
        int added = 0;
        while (Add($"b{added}", $"owner {added}", other) is null)
        {
            added++;
        }

        added.ShouldBe(WatchCounts.MostOfPrincipal - WatchOptions.MostOfOwner);
        _watch.RemoveAll("first");
        Add("again", "first").ShouldBeNull();
        _counts.Of(7).ShouldBe(added + 1);
    }

    private ResourceWatch New() => new(new Lazy<IToolGateway>(_gateway), new WatchOptions(Pace, _counts, 7, _time));

    private string? Add(string uri, object owner, ResourceWatch? watch = null) =>
        (watch ?? _watch).Add(uri, ("get_task", "{}"u8.ToArray()), "one", owner, told => _told.Writer.TryWrite(told));

    private async Task LookAsync()
    {
        _time.Advance(Pace);
        await _gateway.NextAsync();
    }

    private Task<string> ToldAsync() =>
        _told.Reader.ReadAsync(TestContext.Current.CancellationToken).AsTask().WaitAsync(TimeSpan.FromSeconds(60));
}
