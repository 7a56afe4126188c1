using System.Text.Json;

namespace ClickUpMcp.Sandbox.Tests;

public sealed class CommentTests
{
    private const string Comments = $"/task/{SandboxSeed.RichTaskId}/comment";

    private readonly Driver _driver = new();

    [Fact]
    public async Task Pages_hold_25_newest_first_and_go_on_with_start_and_start_id()
    {
        var first = (await _driver.GetAsync(Comments)).List("comments");
        first.Count.ShouldBe(25);
        first.Select(comment => long.Parse(comment.Str("date")!)).ShouldBeInOrder(SortDirection.Descending);
        var (date, id) = (first[^1].Str("date"), first[^1].Str("id"));
        var second = (await _driver.GetAsync($"{Comments}?start={date}&start_id={id}")).List("comments");
        second.Count.ShouldBe(5);
        first.Concat(second).Select(comment => comment.Str("id")).Distinct().Count().ShouldBe(30);

        // One of the two alone is ignored.
        (await _driver.GetAsync($"{Comments}?start={date}"))
            .List("comments")[0]
            .Str("id")
            .ShouldBe(first[0].Str("id"));
        (await _driver.GetAsync($"{Comments}?start_id={id}"))
            .List("comments")[0]
            .Str("id")
            .ShouldBe(first[0].Str("id"));
    }

    [Fact]
    public async Task Comments_of_one_moment_are_not_lost_between_pages()
    {
        var path = $"/list/{SandboxSeed.InboxListId}/comment";
        for (var index = 0; index < 30; index++)
        {
            await _driver.PostAsync(path, $$"""{"comment_text":"{{index}}"}""");
        }

        var first = (await _driver.GetAsync(path)).List("comments");
        var second = await _driver.GetAsync($"{path}?start={first[^1].Str("date")}&start_id={first[^1].Str("id")}");
        first
            .Concat(second.List("comments"))
            .Select(comment => comment.Str("comment_text"))
            .ShouldBe(Enumerable.Range(0, 30).Reverse().Select(index => $"{index}"));
    }

    [Fact]
    public async Task A_create_returns_the_id_as_a_number_and_needs_no_notify_all()
    {
        var created = await _driver.PostAsync(
            Comments,
            $$"""{"comment_text":"**Hello**","assignee":{{SandboxSeed.AdminId}}}"""
        );
        created.At("id").ValueKind.ShouldBe(JsonValueKind.Number);
        var read = (await _driver.GetAsync(Comments)).List("comments")[0];
        read.Str("id").ShouldBe(created.At("id").GetRawText());
        read.Str("comment_text").ShouldBe("**Hello**");
        read.At("assignee", "id").GetInt64().ShouldBe(SandboxSeed.AdminId);
    }

    [Fact]
    public async Task Blocks_keep_their_formats_and_move_mentions_to_the_end_of_the_text()
    {
        await _driver.PostAsync(
            Comments,
            $$$"""{"comment":[{"type":"tag","user":{"id":{{{SandboxSeed.AdminId}}}}},{"text":" look","attributes":{"bold":true}}]}"""
        );
        var read = (await _driver.GetAsync(Comments)).List("comments")[0];
        read.Str("comment_text").ShouldBe(" look@Ben Fischer");
        read.List("comment")[0].Str("user", "username").ShouldBe("Ben Fischer");
        read.List("comment")[1].At("attributes", "bold").GetBoolean().ShouldBeTrue();
        await _driver.RefusedAsync(400, "POST", Comments, "{}");
    }

    [Fact]
    public async Task Replies_are_listed_without_the_parent_and_cannot_be_edited()
    {
        var parent = (await _driver.PostAsync(Comments, """{"comment_text":"Question"}""")).At("id").GetInt64();
        var reply = (await _driver.PostAsync($"/comment/{parent}/reply", """{"comment_text":"Answer"}"""))
            .At("id")
            .GetInt64();
        (await _driver.GetAsync($"/comment/{parent}/reply")).Names("comments", "comment_text").ShouldBe(["Answer"]);
        (await _driver.GetAsync(Comments)).List("comments")[0].Str("reply_count").ShouldBe("1");
        (await _driver.RefusedAsync(401, "PUT", $"/comment/{reply}", """{"comment_text":"x"}""")).ShouldBe("OAUTH_019");
        await _driver.OkAsync("DELETE", $"/comment/{reply}");
        (await _driver.GetAsync($"/comment/{parent}/reply")).List("comments").ShouldBeEmpty();
    }

    [Fact]
    public async Task Updates_change_only_what_they_name()
    {
        var id = (await _driver.PostAsync(Comments, """{"comment_text":"Draft"}""")).At("id").GetInt64();
        (await _driver.PutAsync($"/comment/{id}", """{"resolved":true}""")).EnumerateObject().ShouldBeEmpty();
        var read = (await _driver.GetAsync(Comments)).List("comments")[0];
        read.Str("comment_text").ShouldBe("Draft");
        read.At("resolved").GetBoolean().ShouldBeTrue();
        await _driver.OkAsync("DELETE", $"/comment/{id}");
        (await _driver.RefusedAsync(401, "PUT", $"/comment/{id}", "{}")).ShouldBe("OAUTH_023");
    }

    [Fact]
    public async Task A_chat_view_has_comments_without_assignees_and_other_views_have_none()
    {
        const string View = $"/view/{SandboxSeed.ChatViewId}/comment";
        await _driver.PostAsync(View, """{"comment_text":"I do."}""");
        var comments = (await _driver.GetAsync(View)).List("comments");
        comments.Select(comment => comment.Str("comment_text")).ShouldBe(["I do.", "Who takes the demo on Friday?"]);
        comments[0].At("assignee").ValueKind.ShouldBe(JsonValueKind.Null);
        (await _driver.RefusedAsync(400, "GET", "/view/none/comment")).ShouldBe("OAUTH_064");
    }
}
