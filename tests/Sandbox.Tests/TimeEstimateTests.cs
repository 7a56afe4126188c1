namespace ClickUpMcp.Sandbox.Tests;

public sealed class TimeEstimateTests
{
    private const string Rich = $"/task/{SandboxSeed.RichTaskId}";
    private const string Path =
        $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/tasks/{SandboxSeed.RichTaskId}/time_estimates_by_user";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Update_leaves_other_people_alone_and_replace_does_not()
    {
        var first = await _driver.OkAsync(
            "PATCH",
            Path,
            $$"""[{"assignee":{{SandboxSeed.OwnerId}},"time":3600000},{"assignee":"unassigned","time":600000}]"""
        );
        first.At("data", "total_time_estimate").GetInt64().ShouldBe(4_200_000);
        var second = await _driver.OkAsync("PATCH", Path, """[{"assignee":"unassigned","time":0}]""");
        second.At("data", "total_time_estimate").GetInt64().ShouldBe(3_600_000);
        second.At("data", "updated_estimates").EnumerateObject().Count().ShouldBe(1);
        (await _driver.GetAsync(Rich)).At("time_estimate").GetInt64().ShouldBe(3_600_000);

        var replaced = await _driver.PutAsync(Path, """[{"assignee":"unassigned","time":900000}]""");
        replaced.At("data", "total_time_estimate").GetInt64().ShouldBe(900_000);
        replaced.At("data", "assignee_estimates").EnumerateObject().Count().ShouldBe(1);
    }

    [Theory]
    [InlineData("""[{"assignee":81000004,"time":1}]""")]
    [InlineData("""[{"assignee":"nobody","time":1}]""")]
    [InlineData("""[{"assignee":"unassigned","time":-1}]""")]
    [InlineData("""{"assignee":"unassigned","time":1}""")]
    public async Task People_must_be_assigned_and_times_whole(string body) =>
        await _driver.RefusedAsync(400, "PATCH", Path, body);

    [Fact]
    public async Task Eleven_at_once_are_too_many()
    {
        var body = string.Join(',', Enumerable.Repeat("""{"assignee":"unassigned","time":1}""", 11));
        await _driver.RefusedAsync(400, "PUT", Path, $"[{body}]");
    }
}
