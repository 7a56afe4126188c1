using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>One call shows a task with the parts that are asked for, and no other requests are sent than they need.</summary>
public sealed class TaskIncludeTests
{
    private const string Rich = SandboxSeed.RichTaskId;
    private const string Everything =
        """["comments","subtasks","checklists","dependencies","time","attachments","history"]""";

    private readonly SandboxSession _session = new();

    [Fact]
    public async Task Nothing_more_is_read_unless_it_is_asked_for()
    {
        await ReadAsync("""{"task":"27075wz"}""");
        _session.Requests.Count.ShouldBe(1);

        await ReadAsync("""{"task":"27075wz","include":["checklists","attachments","subtasks"]}""");
        _session.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Comments_have_their_threads_below_them_and_older_ones_are_pointed_to()
    {
        string text = await ReadAsync($$"""{"task":"{{Rich}}","fields":["name"],"include":["comments"]}""");

        string[] paragraphs = text.Split("\n\n");
        paragraphs[0].ShouldBe("name: Fix login redirect");
        paragraphs[1].ShouldStartWith("12 comments\n");
        string[] rows = [.. paragraphs[1].Split('\n').Skip(2)];
        rows[0].ShouldStartWith("90110200000072");
        rows[1].ShouldStartWith("90110200000073");
        rows[1].ShouldEndWith("90110200000072");
        rows[2].ShouldEndWith("90110200000072");
        paragraphs[1].ShouldEndWith("\nOlder ones: get_comments.");
    }

    [Fact]
    public async Task Only_comments_that_are_resolved_say_so()
    {
        const string Comments = $$"""{"task":"{{Rich}}","fields":["name"],"include":["comments"]}""";
        string open = await ReadAsync(Comments);
        await _session.CallAsync("update_comment", """{"comment_id":"90110200000071","resolved":true}""");

        string[] rows = (await ReadAsync(Comments)).Split('\n');

        open.ShouldNotContain("resolved");
        rows.Single(static row => row.StartsWith("90110200000071", StringComparison.Ordinal)).ShouldContain("\ttrue");
        rows.Count(static row => row.Contains("\ttrue", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Fact]
    public async Task Related_tasks_have_names_and_statuses()
    {
        string text = await ReadAsync($$"""{"task":"{{Rich}}","include":["dependencies"]}""");

        text.ShouldContain("depends_on\t20bbn28\tRefactor invoice export\tin progress");
        text.ShouldContain("blocks\t86xbhf4a9\t");
        text.ShouldContain("linked\t86xq2y8mj\t");
    }

    [Fact]
    public async Task All_parts_are_members_of_the_object_in_json_and_in_structured_content()
    {
        SandboxSession json = new(format: OutputFormat.Json, isStructured: true);
        await json.CallAsync("create_task", $$"""{"name":"Below","parent":"{{Rich}}"}""");
        var result = await json.CallAsync("get_task", $$"""{"task":"{{Rich}}","include":{{Everything}}}""");

        foreach (string text in new[] { result.Text, result.Structured!.Json })
        {
            JsonElement task = JsonElement.Parse(text, new JsonDocumentOptions { AllowDuplicateProperties = false });
            task.GetProperty("id").GetString().ShouldBe(Rich);
            JsonElement parts = task.GetProperty("parts");
            parts.GetProperty("comments").GetProperty("count").GetInt32().ShouldBe(12);
            parts.GetProperty("time_by_person").GetProperty("items")[0].GetProperty("time").GetString().ShouldBe("30m");
            parts.GetProperty("history").GetProperty("count").GetInt32().ShouldBe(1);
            parts.GetProperty("files").GetProperty("count").GetInt32().ShouldBe(2);
            parts.GetProperty("subtasks").GetProperty("items")[0].GetProperty("name").GetString().ShouldBe("Below");
            task.GetProperty("subtasks")[0].GetString().ShouldBe("Below");
        }
    }

    [Theory]
    [InlineData(1_000)]
    [InlineData(3_000)]
    [InlineData(8_000)]
    public async Task What_has_no_room_is_named_and_the_result_keeps_to_its_limit(int bytes)
    {
        SandboxSession small = new(maximumBytes: bytes);
        string text = (await small.CallAsync("get_task", $$"""{"task":"{{Rich}}","include":{{Everything}}}""")).Text;

        System.Text.Encoding.UTF8.GetByteCount(text).ShouldBeLessThanOrEqualTo(bytes);
        text.Contains("No room for", StringComparison.Ordinal).ShouldBe(bytes == 1_000);
    }

    private async Task<string> ReadAsync(string arguments)
    {
        var result = await _session.CallAsync("get_task", arguments);
        result.IsError.ShouldBeFalse(result.Text);
        return result.Text;
    }
}
