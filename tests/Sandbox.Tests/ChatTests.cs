using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class ChatTests
{
    private const string Chat = $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/chat";
    private const string Channels = $"{Chat}/channels";
    private const string General = $"{Channels}/{SandboxSeed.GeneralChannelId}";
    private const string Message = $"{Chat}/messages/{SandboxSeed.MessageId}";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Channels_come_behind_a_cursor_that_is_empty_at_the_end()
    {
        var first = await _driver.GetAsync($"{Channels}?limit=3");
        var second = await _driver.GetAsync(
            $"{Channels}?limit=3&cursor={Uri.EscapeDataString(first.Str("next_cursor")!)}"
        );
        first.List("data").Count.ShouldBe(3);
        second.Str("next_cursor").ShouldBe("");
        first
            .Names("data", "id")
            .Concat(second.Names("data", "id"))
            .ShouldBe([
                SandboxSeed.GeneralChannelId,
                SandboxSeed.PrivateChannelId,
                SandboxSeed.ListChannelId,
                SandboxSeed.DirectMessageId,
            ]);
        await _driver.RefusedAsync(400, "GET", $"{Channels}?limit=101");
        await _driver.RefusedAsync(400, "GET", $"{Channels}?cursor=nonsense");
    }

    [Fact]
    public async Task Private_channels_and_direct_messages_are_hidden_from_others()
    {
        _driver.Token = SandboxSeed.MemberToken;
        (await _driver.GetAsync(Channels))
            .Names("data", "id")
            .ShouldBe([SandboxSeed.GeneralChannelId, SandboxSeed.ListChannelId]);
        var refused = await _driver.SendAsync("GET", $"{Channels}/{SandboxSeed.PrivateChannelId}");
        refused.Status.ShouldBe(404);
        Driver.Json(refused).Str("message").ShouldBe("Channel not found");
        (await _driver.GetAsync($"{Channels}?is_follower=true")).Names("data").ShouldBe(["General"]);
    }

    [Fact]
    public async Task A_channel_is_wrapped_and_kinds_of_channels_can_be_asked_for()
    {
        var channel = (await _driver.GetAsync(General)).At("data");
        channel.Str("created_at").ShouldNotBeNull();
        channel.At("parent", "type").GetInt32().ShouldBe(12);
        channel.Str("description").ShouldBe("Everything that concerns **all of us**.");
        (await _driver.GetAsync($"{General}?description_format=text/plain"))
            .Str("data", "description")
            .ShouldBe("Everything that concerns all of us.");
        (await _driver.GetAsync($"{Channels}?channel_types=DM"))
            .Names("data", "id")
            .ShouldBe([SandboxSeed.DirectMessageId]);
    }

    [Fact]
    public async Task A_create_returns_201_and_200_with_the_channel_that_has_the_name_already()
    {
        var body = $$"""{"name":"Releases","topic":"What ships","user_ids":["{{SandboxSeed.MemberId}}"]}""";
        var created = await SendAsync(201, "POST", Channels, body);
        var again = await SendAsync(200, "POST", Channels, """{"name":"releases"}""");
        again.Str("data", "id").ShouldBe(created.Str("data", "id"));
        again.Str("data", "topic").ShouldBe("What ships");
        (await _driver.GetAsync($"{Channels}/{created.Str("data", "id")}/members"))
            .Names("data", "id")
            .ShouldBe([$"{SandboxSeed.OwnerId}", $"{SandboxSeed.MemberId}"]);
        await _driver.RefusedAsync(400, "POST", Channels, "{}");
        await _driver.RefusedAsync(400, "POST", Channels, """{"name":"x","visibility":"SECRET"}""");
    }

    [Fact]
    public async Task A_place_has_one_channel()
    {
        var folder = $$$"""{"location":{"id":"{{{SandboxSeed.BackendFolderId}}}","type":"folder"}}""";
        var created = await SendAsync(201, "POST", $"{Channels}/location", folder);
        created.Str("data", "name").ShouldBe("Backend");
        created.At("data", "parent", "type").GetInt32().ShouldBe(5);
        (await SendAsync(200, "POST", $"{Channels}/location", folder))
            .Str("data", "id")
            .ShouldBe(created.Str("data", "id"));
        var list = $$$"""{"location":{"id":"{{{SandboxSeed.ApiListId}}}","type":"list"}}""";
        (await SendAsync(200, "POST", $"{Channels}/location", list))
            .Str("data", "id")
            .ShouldBe(SandboxSeed.ListChannelId);
        await _driver.RefusedAsync(404, "POST", $"{Channels}/location", """{"location":{"id":"1","type":"list"}}""");
        await _driver.RefusedAsync(400, "POST", $"{Channels}/location", """{"location":{"id":"1","type":"task"}}""");
    }

    [Fact]
    public async Task The_same_people_share_one_direct_message()
    {
        var two = $$"""{"user_ids":["{{SandboxSeed.AdminId}}"]}""";
        (await SendAsync(200, "POST", $"{Channels}/direct_message", two))
            .Str("data", "id")
            .ShouldBe(SandboxSeed.DirectMessageId);
        var three = $$"""{"user_ids":["{{SandboxSeed.AdminId}}","{{SandboxSeed.MemberId}}"]}""";
        var group = await SendAsync(201, "POST", $"{Channels}/direct_message", three);
        group.Str("data", "type").ShouldBe("GROUP_DM");
        group.Str("data", "visibility").ShouldBe("PRIVATE");
        await _driver.RefusedAsync(400, "POST", $"{Channels}/direct_message", """{"user_ids":["1"]}""");
        var many = string.Join(',', Enumerable.Range(1, 16).Select(number => $"\"{number}\""));
        await _driver.RefusedAsync(400, "POST", $"{Channels}/direct_message", $$"""{"user_ids":[{{many}}]}""");
    }

    [Fact]
    public async Task A_channel_is_changed_and_deleted_with_its_messages()
    {
        var changed = await SendAsync(200, "PATCH", General, """{"name":"Company","visibility":"PRIVATE"}""");
        changed.Str("data", "name").ShouldBe("Company");
        changed.Str("data", "topic").ShouldBe("Company news");
        changed.Str("data", "visibility").ShouldBe("PRIVATE");
        (await _driver.SendAsync("DELETE", General)).Status.ShouldBe(204);
        await _driver.RefusedAsync(404, "GET", General);
        await _driver.RefusedAsync(404, "GET", $"{Message}/replies");
    }

    [Fact]
    public async Task A_channel_goes_with_its_list()
    {
        await _driver.OkAsync("DELETE", $"/list/{SandboxSeed.ApiListId}");
        await _driver.RefusedAsync(404, "GET", $"{Channels}/{SandboxSeed.ListChannelId}");
    }

    [Fact]
    public async Task Messages_are_listed_newest_first_without_replies()
    {
        var messages = (await _driver.GetAsync($"{General}/messages")).List("data");
        messages.Select(message => message.Str("id")).ShouldBe([SandboxSeed.MessageId, SandboxSeed.PostMessageId]);
        messages[0].At("date").ValueKind.ShouldBe(JsonValueKind.Number);
        messages[0].At("replies_count").GetInt32().ShouldBe(2);
        messages[1].Str("post_data", "subtype", "name").ShouldBe("Announcement");
        var plain = (await _driver.GetAsync($"{General}/messages?content_format=text/plain")).List("data")[0];
        plain.Str("content")!.ShouldContain("joins Backend today");
    }

    [Fact]
    public async Task A_created_message_is_not_wrapped()
    {
        var created = await SendAsync(201, "POST", $"{General}/messages", """{"type":"message","content":"**Hi**"}""");
        created.Str("content").ShouldBe("**Hi**");
        created.Str("user_id").ShouldBe($"{SandboxSeed.OwnerId}");
        (await _driver.GetAsync($"{General}/messages")).List("data")[0].Str("id").ShouldBe(created.Str("id"));
        await _driver.RefusedAsync(400, "POST", $"{General}/messages", """{"content":"no type"}""");
        await _driver.RefusedAsync(400, "POST", $"{General}/messages", """{"type":"message"}""");
        var long40 = new string('x', 40_001);
        await _driver.RefusedAsync(
            400,
            "POST",
            $"{General}/messages",
            $$"""{"type":"message","content":"{{long40}}"}"""
        );
    }

    [Fact]
    public async Task A_post_needs_a_title_and_a_subtype_of_the_workspace()
    {
        var subtypes = (
            await _driver.GetAsync($"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/comments/types/post/subtypes")
        ).List("comment_subtypes");
        subtypes.Select(subtype => subtype.Str("name")).ShouldBe(["Announcement", "Discussion", "Idea", "Update"]);
        var idea = subtypes[2].Str("id");
        const string Start = """{"type":"post","content":"A dark mode","post_data":""";
        var created = await SendAsync(
            201,
            "POST",
            $"{General}/messages",
            $"{Start}{{\"title\":\"Dark\",\"subtype\":{{\"id\":\"{idea}\"}}}}}}"
        );
        created.Str("post_data", "title").ShouldBe("Dark");
        created.At("post_data", "subtype").TryGetProperty("name", out _).ShouldBeFalse();
        await _driver.RefusedAsync(400, "POST", $"{General}/messages", """{"type":"post","content":"x"}""");
        await _driver.RefusedAsync(400, "POST", $"{General}/messages", Start + """{"title":"Dark"}}""");
        await _driver.RefusedAsync(
            400,
            "POST",
            $"{General}/messages",
            Start + """{"title":"Dark","subtype":{"id":"x"}}}"""
        );
        await _driver.RefusedAsync(
            400,
            "GET",
            $"/api/v3/workspaces/{SandboxSeed.WorkspaceId}/comments/types/task/subtypes"
        );
    }

    [Fact]
    public async Task A_message_is_edited_resolved_assigned_and_deleted_with_its_replies()
    {
        var edited = await SendAsync(
            200,
            "PATCH",
            Message,
            $$"""{"content":"Edited","resolved":true,"assignee":"{{SandboxSeed.AdminId}}"}"""
        );
        edited.Str("content").ShouldBe("Edited");
        edited.At("resolved").GetBoolean().ShouldBeTrue();
        edited.Str("assignee").ShouldBe($"{SandboxSeed.AdminId}");
        (await SendAsync(200, "PATCH", Message, """{"resolved":false}""")).Str("content").ShouldBe("Edited");
        (await _driver.SendAsync("DELETE", Message)).Status.ShouldBe(204);
        await _driver.RefusedAsync(404, "PATCH", $"{Chat}/messages/{SandboxSeed.ReplyMessageId}", "{}");
        await _driver.RefusedAsync(404, "DELETE", Message);
    }

    [Fact]
    public async Task Replies_have_their_parent_and_replies_to_replies_join_the_same_thread()
    {
        var replies = (await _driver.GetAsync($"{Message}/replies")).List("data");
        replies.Count.ShouldBe(2);
        replies.ShouldAllBe(reply => reply.Str("parent_message") == SandboxSeed.MessageId);
        replies[0].TryGetProperty("replies_count", out _).ShouldBeFalse();
        await SendAsync(
            201,
            "POST",
            $"{Chat}/messages/{SandboxSeed.ReplyMessageId}/replies",
            """{"type":"message","content":"And me"}"""
        );
        (await _driver.GetAsync($"{Message}/replies")).Names("data", "content")[0].ShouldBe("And me");
    }

    [Fact]
    public async Task Reactions_are_lower_case_names_and_only_ones_own_can_be_taken_away()
    {
        var created = await SendAsync(201, "POST", $"{Message}/reactions", """{"reaction":"+1"}""");
        created.Str("user_id").ShouldBe($"{SandboxSeed.OwnerId}");
        await SendAsync(201, "POST", $"{Message}/reactions", """{"reaction":"+1"}""");
        (await _driver.GetAsync($"{Message}/reactions")).Names("data", "reaction").ShouldBe(["tada", "wave", "+1"]);
        (await _driver.SendAsync("DELETE", $"{Message}/reactions/%2B1")).Status.ShouldBe(204);
        await _driver.RefusedAsync(404, "DELETE", $"{Message}/reactions/wave");
        await _driver.RefusedAsync(400, "POST", $"{Message}/reactions", """{"reaction":"Tada!"}""");
    }

    [Fact]
    public async Task Mentioned_people_are_tagged()
    {
        (await _driver.GetAsync($"{Message}/tagged_users"))
            .Names("data", "id")
            .ShouldBe([$"{SandboxSeed.OtherMemberId}"]);
        (await _driver.GetAsync($"{General}/followers")).List("data").Count.ShouldBe(3);
    }

    private async Task<JsonElement> SendAsync(int status, string method, string path, string body)
    {
        var response = await _driver.SendAsync(method, path, body);
        response.Status.ShouldBe(status, Driver.Text(response));
        return Driver.Json(response);
    }
}
