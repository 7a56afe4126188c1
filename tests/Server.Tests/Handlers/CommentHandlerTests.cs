using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

public sealed class CommentHandlerTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("task", SandboxSeed.RichTaskId, $"/api/v2/task/{SandboxSeed.RichTaskId}/comment")]
    [InlineData("list", SandboxSeed.ApiListId, $"/api/v2/list/{SandboxSeed.ApiListId}/comment")]
    [InlineData("view", SandboxSeed.ChatViewId, $"/api/v2/view/{SandboxSeed.ChatViewId}/comment")]
    public async Task Markdown_is_posted_as_blocks_and_read_back_as_Markdown(string where, string id, string path)
    {
        ToolResult posted = await _session.CallAsync(
            "create_comment",
            $$"""{"{{where}}":"{{id}}","text":"**Done**, @Ben Fischer\n- one"}"""
        );
        ToolResult read = await _session.CallAsync("get_comments", $$"""{"{{where}}":"{{id}}","limit":1}""");

        posted.IsError.ShouldBeFalse(posted.Text);
        _session.Sent.Where(static r => r.Method == "POST").Select(static r => r.Path).ShouldBe([path]);
        read.Text.ShouldContain("text:\n  **Done**, @Ben Fischer\n  - one");
    }

    [Fact]
    public async Task A_task_may_be_named_within_its_list_and_by_its_custom_id()
    {
        await _session.CallAsync("create_comment", """{"task":"Fix login redirect","list":"API","text":"a"}""");
        _session.Sent[^1].Path.ShouldBe($"/api/v2/task/{SandboxSeed.RichTaskId}/comment");

        ToolResult result = await _session.CallAsync("create_comment", """{"task":"DEV-1","text":"a"}""");
        result.IsError.ShouldBeFalse(result.Text);
        _session.Sent[^1].Path.ShouldBe("/api/v2/task/DEV-1/comment");
        _session.Sent[^1].Query.ShouldContain("custom_task_ids=true");
    }

    [Fact]
    public async Task Who_is_not_mentioned_is_told()
    {
        ToolResult result = await _session.CallAsync(
            "create_comment",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","text":"@Anna please"}"""
        );

        result.Text.ShouldContain("id: ");
        result.Text.ShouldContain("Mentions nobody, since not exactly one member is named so: @Anna");
    }

    [Theory]
    [InlineData("""{"text":"x"}""")]
    [InlineData("""{"task":"27075wz","view":"8cdn1-1006","text":"x"}""")]
    [InlineData("""{"task":"27075wz","text":"  "}""")]
    public async Task Nothing_is_posted_without_one_target_and_a_text(string arguments)
    {
        (await _session.CallAsync("create_comment", arguments)).IsError.ShouldBeTrue();

        _session.Sent.ShouldNotContain(static r => r.Method == "POST");
    }

    [Fact]
    public async Task A_reply_joins_the_thread()
    {
        await _session.CallAsync("create_comment_reply", """{"comment_id":"90110200000072","text":"`ok`"}""");
        ToolResult replies = await _session.CallAsync("get_comment_replies", """{"comment_id":"90110200000072"}""");

        replies.Text.ShouldContain("3 comments");
        replies.Text.ShouldContain("`ok`");
    }

    [Fact]
    public async Task An_update_sends_only_what_is_given()
    {
        await _session.CallAsync("update_comment", """{"comment_id":"90110200000072","resolved":true}""");
        _session.Sent[^1].Body.ShouldBe("""{"resolved":true}""");

        ToolResult result = await _session.CallAsync(
            "update_comment",
            """{"comment_id":"90110200000072","text":"*new*"}"""
        );
        result.Text.ShouldBe(
            "The request was accepted, but nothing that came back shows: text. Look at it where it matters."
        );
        _session.Sent[^1].Body.ShouldBe("""{"comment":[{"text":"new","attributes":{"italic":true}}]}""");
    }

    [Fact]
    public async Task A_reply_cannot_be_edited_and_the_token_is_not_blamed()
    {
        ToolResult result = await _session.CallAsync(
            "update_comment",
            """{"comment_id":"90110200000073","text":"new"}"""
        );

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("create_comment_reply");
    }
}
