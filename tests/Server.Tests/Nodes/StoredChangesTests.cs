using System.Text;
using ClickUpMcp.Hosting.Stores;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Storage;
using ClickUpMcp.Storage.Memory;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Nodes;

/// <summary>Changes in a store outlive the process, are sealed, are of one account, and are erased with their person.</summary>
public sealed class StoredChangesTests
{
    private const string Anna = "anna";
    private const string Secret = "A name that nobody may read";

    private static readonly string AnnaOwner = OwnerId.Of("81000001");

    private readonly ManualTimeProvider _time = new(new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero));
    private readonly RecordSealer _sealer = new(MasterKeys.OfProcess());

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_was_changed_before_a_restart_is_undone_after_it()
    {
        await using MemoryRecordStore store = new(_time);
        SandboxSession session = new(journal: true, changes: new StoredChanges(store, _sealer, Anna, AnnaOwner));
        await session.CallAsync("update_task", $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"{{Secret}}"}""");
        ChangeJournal restarted = new(_time, new StoredChanges(store, _sealer, Anna, AnnaOwner));
        await restarted.LoadAsync(Stop);
        ChangeStep step = restarted.All.ShouldHaveSingleItem().Steps.ShouldHaveSingleItem();
        ChangeStep known = session.Changes!.All[0].Steps[0];
        step.Undo.ShouldBe(known.Undo);
        step.Look!.Left.ShouldBe(known.Look!.Left);
        step.Look.Request.ShouldBe(known.Look.Request);
        (step.Method, step.Path, step.About).ShouldBe((known.Method, known.Path, known.About));
    }

    [Fact]
    public async Task That_a_change_was_undone_is_kept_too()
    {
        await using MemoryRecordStore store = new(_time);
        SandboxSession session = new(journal: true, changes: new StoredChanges(store, _sealer, Anna, AnnaOwner));
        await session.CallAsync("update_task", $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"{{Secret}}"}""");
        await session.CallAsync("undo_last", "{}");
        ChangeJournal restarted = new(_time, new StoredChanges(store, _sealer, Anna, AnnaOwner));
        await restarted.LoadAsync(Stop);
        restarted.All.Count.ShouldBe(2);
        restarted.All.Single(static change => !change.IsUndo).IsUndone.ShouldBeTrue();
    }

    [Fact]
    public async Task Another_account_finds_nothing_of_it()
    {
        await using MemoryRecordStore store = new(_time);
        await AddAsync(store);
        (await new StoredChanges(store, _sealer, "ben", OwnerId.Of("2")).LoadAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task Nothing_of_it_can_be_read_in_the_store()
    {
        await using MemoryRecordStore store = new(_time);
        await AddAsync(store);
        StoredRecord record = (await store.ListAsync(new RecordQuery(NodeRecords.Change), Stop)).ShouldHaveSingleItem();
        Encoding.Latin1.GetString(record.Value.Span).ShouldNotContain("nobody");
        record.Key.ShouldNotContain(Anna);
        record.Expires.ShouldBe(_time.GetUtcNow() + ChangeJournal.Lifetime);
    }

    [Fact]
    public async Task It_is_erased_with_its_person()
    {
        await using MemoryRecordStore store = new(_time);
        await AddAsync(store);
        await store.EraseAsync(AnnaOwner, Stop);
        (await new StoredChanges(store, _sealer, Anna, AnnaOwner).LoadAsync(Stop)).ShouldBeEmpty();
    }

    [Fact]
    public async Task While_the_store_does_not_respond_changes_stay_in_memory()
    {
        FragileStore store = new(new MemoryRecordStore(_time)) { IsLost = true };
        SandboxSession session = new(journal: true, changes: new StoredChanges(store, _sealer, Anna, AnnaOwner));
        ToolResult done = await session.CallAsync(
            "update_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","name":"{{Secret}}"}"""
        );
        done.IsError.ShouldBeFalse(done.Text);
        (await session.CallAsync("undo_last", "{}")).IsError.ShouldBeFalse();
    }

    private async Task AddAsync(IRecordStore store)
    {
        Change change = new("0011", _time.GetUtcNow(), "update_task", IsUndo: false)
        {
            Steps =
            [
                new ChangeStep
                {
                    Operation = "UpdateTask",
                    Method = ClickUpMcp.Api.ClickUpMethod.Put,
                    Path = "/api/v2/task/1",
                    About = Secret,
                },
            ],
        };
        await new StoredChanges(store, _sealer, Anna, AnnaOwner).SaveAsync(change, Stop);
    }
}
