using System.Text;
using ClickUpMcp.Observability;

namespace ClickUpMcp.Tests.Observability;

/// <summary>Lines are written by a thread of their own, and what is lost is counted and told.</summary>
public sealed class LineQueueTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    private readonly FakeDestination _destination = new();
    private readonly ManualTimeProvider _time = new();

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_lines_are_written_in_their_order_and_reopening_keeps_its_place_among_them()
    {
        using LineQueue lines = Queue();
        lines.Add("1"u8);
        lines.Reopen();
        lines.Add("2"u8);
        (await lines.FlushAsync()).ShouldBeTrue();
        _destination.Written.ShouldBe(["1", "closed", "2"]);
        lines.Lost.ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_a_full_disk_loses_lines_that_are_counted_and_told_when_there_is_room_again()
    {
        using LineQueue lines = Queue();
        _destination.IsFull = true;
        lines.Add("a"u8);
        lines.Add("b"u8);
        lines.Reopen();
        (await lines.FlushAsync()).ShouldBeFalse();
        (lines.Lost, lines.IsFailing).ShouldBe((2, true));

        _destination.IsFull = false;
        (await lines.FlushAsync()).ShouldBeTrue();
        lines.IsFailing.ShouldBeFalse();
        lines.Add("c"u8);
        await lines.FlushAsync();
        _destination.Written.ShouldBe(["closed", "lost 2", "c"]);
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public void L_01_nobody_waits_for_a_reader_that_does_not_read()
    {
        LineQueue lines = Queue(capacity: 10);
        _destination.Reads.Reset();
        lines.Add("first"u8);
        _destination.Waits.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
        lines.IsFailing.ShouldBeFalse();
        for (int i = 0; i < 100; i++)
        {
            lines.Add("four"u8).ShouldBe(i < 2);
        }

        lines.Lost.ShouldBe(98);
        _time.Advance(TimeSpan.FromSeconds(1));
        lines.IsFailing.ShouldBeTrue("a write has been stuck for a second");

        _destination.Reads.Set();
        lines.Dispose();
        _destination.Written.ShouldBe(["first", "lost 98", "four", "four", "closed"], ignoreOrder: true);
    }

    [Fact]
    [Trait("Requirement", "L-01")]
    public async Task L_01_lines_that_wait_go_together_where_that_is_wanted_and_are_lost_together()
    {
        FakeDestination destination = new() { BatchBytes = 8 };
        using LineQueue lines = new(destination, static lost => Encoding.ASCII.GetBytes($"lost {lost}"), _time);
        destination.Reads.Reset();
        lines.Add("first"u8);
        destination.Waits.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
        foreach (string line in (string[])["aaa", "bbb", "ccc", "ddd", "much longer"])
        {
            lines.Add(Encoding.ASCII.GetBytes(line));
        }

        lines.Reopen();
        lines.Add("eee"u8);
        destination.Reads.Set();
        await lines.FlushAsync();
        destination.Written.ShouldBe(["first", "aaabbb", "cccddd", "much longer", "closed", "eee"]);

        destination.Reads.Reset();
        destination.Waits.Reset();
        lines.Add("f"u8);
        destination.Waits.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
        destination.IsFull = true;
        lines.Add("g"u8);
        lines.Add("h"u8);
        destination.Reads.Set();
        await lines.FlushAsync();
        lines.Lost.ShouldBe(3);
    }

    [Fact]
    public void The_end_writes_what_waits_and_what_was_lost()
    {
        LineQueue lines = Queue();
        _destination.Reads.Reset();
        lines.Add("1"u8);
        _destination.Waits.Wait(Patience, TestContext.Current.CancellationToken).ShouldBeTrue();
        lines.Add("2"u8);
        _destination.Reads.Set();
        lines.Dispose();
        lines.Add("late"u8).ShouldBeFalse();
        _destination.Written.ShouldBe(["1", "2", "closed"]);
    }

    [Fact]
    public void Without_a_line_there_is_no_thread_and_nothing_to_wait_for()
    {
        LineQueue lines = Queue();
        lines.Dispose();
        (_destination.Opened, string.Concat(_destination.Written)).ShouldBe((0, "closed"));
    }

    private LineQueue Queue(int capacity = 1000) =>
        new(_destination, static lost => Encoding.ASCII.GetBytes($"lost {lost}"), _time, capacity);
}
