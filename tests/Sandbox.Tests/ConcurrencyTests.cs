namespace ClickUpMcp.Sandbox.Tests;

public sealed class ConcurrencyTests
{
    private const int Writers = 8;
    private const int Each = 50;

    [Fact]
    public async Task Parallel_writes_lose_nothing()
    {
        var driver = new Driver();
        var created = await Task.WhenAll(
            Enumerable.Range(0, Writers).Select(writer => Task.Run(() => WriteAsync(driver, writer)))
        );
        var ids = created.SelectMany(ids => ids).ToList();
        ids.Distinct().Count().ShouldBe(Writers * Each);

        var tasks = await driver.AllTasksAsync($"/list/{SandboxSeed.InboxListId}/task");
        var written = tasks.Where(task => task.Str("name")!.StartsWith("Parallel", StringComparison.Ordinal)).ToList();
        written.Select(task => task.Str("id")).ShouldBe(ids, ignoreOrder: true);
        driver.Server.Log.Count(entry => entry is { Method: "POST", Status: 200 }).ShouldBe(Writers * Each);
    }

    private static async Task<List<string?>> WriteAsync(Driver driver, int writer)
    {
        List<string?> ids = [];
        for (var index = 0; index < Each; index++)
        {
            var task = await driver.PostAsync(
                $"/list/{SandboxSeed.InboxListId}/task",
                $$"""{"name":"Parallel {{writer}}-{{index}}"}"""
            );
            ids.Add(task.Str("id"));
            await driver.GetAsync($"/list/{SandboxSeed.InboxListId}/task");
        }

        return ids;
    }
}
