using System.Text.Json;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

public sealed class ChatHandlerTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("get_chat_messages", """{"channel":"#general"}""", "Holidays")]
    [InlineData("get_chat_message_replies", """{"message_id":"80160000002"}""", "Carla Rossi")]
    [InlineData("get_chat_reactions", """{"message_id":"80160000002"}""", "wave\tCarla Rossi")]
    public async Task People_have_names(string tool, string arguments, string shown)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);

        result.Text.ShouldContain(shown);
        result.Text.ShouldNotContain("81000003");
    }

    [Fact]
    public async Task Messages_go_on_behind_the_cursor()
    {
        ToolResult first = await _session.CallAsync("get_chat_messages", """{"channel":"General","limit":1}""");
        string cursor = first.Text.Split("cursor=")[1].Split('\n')[0];
        ToolResult second = await _session.CallAsync(
            "get_chat_messages",
            $$"""{"channel":"General","limit":1,"cursor":"{{cursor}}"}"""
        );

        first.Text.ShouldContain(SandboxSeed.MessageId);
        second.Text.ShouldContain(SandboxSeed.PostMessageId);
        second.Text.ShouldNotContain("cursor=");
    }

    [Fact]
    public async Task A_message_is_Markdown()
    {
        await _session.CallAsync(
            "create_chat_message",
            """{"channel":"Incidents","content":"**Over**","assignee":"Ben Fischer"}"""
        );

        _session.Sent[^1].Path.ShouldEndWith($"/chat/channels/{SandboxSeed.PrivateChannelId}/messages");
        IsSame(
            _session.Sent[^1].Body,
            """{"type":"message","content":"**Over**","content_format":"text/md","assignee":"81000002"}"""
        );
    }

    [Fact]
    public async Task A_subtype_is_looked_up_by_its_name()
    {
        ToolResult result = await _session.CallAsync(
            "create_chat_message",
            """{"channel":"General","content":"Dark","title":"T","subtype":"announcement"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        IsSame(
            _session.Sent[^1].Body,
            """{"type":"post","content":"Dark","content_format":"text/md","post_data":{"title":"T","subtype":{"id":"ID"}}}""".Replace(
                "ID",
                SandboxSeed.AnnouncementSubtypeId,
                StringComparison.Ordinal
            )
        );
    }

    [Theory]
    [InlineData("""{"channel":"General","content":"x","title":"T"}""")]
    [InlineData("""{"channel":"General","content":"x","subtype":"idea"}""")]
    [InlineData("""{"channel":"General","content":"x","title":"T","subtype":"rumour"}""")]
    public async Task A_post_needs_both_title_and_a_known_subtype(string arguments)
    {
        (await _session.CallAsync("create_chat_message", arguments)).IsError.ShouldBeTrue();

        _session.Sent.ShouldNotContain(static r => r.Method == "POST");
    }

    [Theory]
    [InlineData("""{"name":"General"}""", "/chat/channels", SandboxSeed.GeneralChannelId)]
    [InlineData("""{"list":"API"}""", "/chat/channels/location", SandboxSeed.ListChannelId)]
    public async Task What_exists_already_is_returned(string arguments, string path, string id)
    {
        ToolResult result = await _session.CallAsync("create_chat_channel", arguments);

        _session.Sent[^1].Path.ShouldEndWith(path);
        result.Text.ShouldContain(id);
    }

    private static void IsSame(string sent, string expected) =>
        JsonElement.DeepEquals(JsonElement.Parse(sent), JsonElement.Parse(expected)).ShouldBeTrue(sent);
}
