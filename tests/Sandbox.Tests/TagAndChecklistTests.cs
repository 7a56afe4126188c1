namespace ClickUpMcp.Sandbox.Tests;

public sealed class TagAndChecklistTests
{
    private const string Rich = $"/task/{SandboxSeed.RichTaskId}";
    private const string Tags = $"/space/{SandboxSeed.EngineeringSpaceId}/tag";

    private readonly Driver _driver = new();

    [Theory]
    [InlineData("fg_color", "bg_color")]
    [InlineData("tag_fg", "tag_bg")]
    public async Task Renaming_a_tag_renames_it_on_tasks(string foreground, string background)
    {
        await _driver.PostAsync(Tags, """{"tag":{"name":"Draft","tag_fg":"#111111","tag_bg":"#222222"}}""");
        await _driver.OkAsync("POST", $"{Rich}/tag/draft");
        await _driver.PutAsync(
            $"{Tags}/draft",
            $$$"""{"tag":{"name":"final","{{{foreground}}}":"#333333","{{{background}}}":"#444444"}}"""
        );
        var tag = (await _driver.GetAsync(Rich)).List("tags").Last();
        (tag.Str("name"), tag.Str("tag_fg"), tag.Str("tag_bg")).ShouldBe(("final", "#333333", "#444444"));

        await _driver.OkAsync("DELETE", $"{Tags}/final", """{"tag":{"name":"final"}}""");
        (await _driver.GetAsync(Rich)).Names("tags").ShouldNotContain("final");
    }

    [Fact]
    public async Task Tag_names_in_the_path_are_decoded()
    {
        await _driver.OkAsync("POST", $"{Rich}/tag/needs%20a%2Fb");
        (await _driver.GetAsync(Rich)).Names("tags").ShouldContain("needs a/b");
        await _driver.OkAsync("DELETE", $"{Rich}/tag/needs%20a%2Fb");
        (await _driver.GetAsync(Rich)).Names("tags").ShouldNotContain("needs a/b");
        (await _driver.GetAsync(Tags)).Names("tags").ShouldContain("needs a/b");
    }

    [Fact]
    public async Task Checklists_count_nest_and_move()
    {
        var id = (await _driver.PostAsync(Rich + "/checklist", """{"name":"Steps"}""")).Str("checklist", "id");
        var items = $"/checklist/{id}/checklist_item";
        var one = (await _driver.PostAsync(items, """{"name":"One"}""")).At("checklist").List("items")[0].Str("id");
        var both = await _driver.PostAsync(items, $$"""{"name":"Two","assignee":{{SandboxSeed.AdminId}}}""");
        var two = both.At("checklist").List("items")[1].Str("id");
        var nested = await _driver.PutAsync($"{items}/{two}", $$"""{"resolved":true,"parent":"{{one}}"}""");
        nested.At("checklist", "resolved").GetInt32().ShouldBe(1);
        nested.At("checklist", "unresolved").GetInt32().ShouldBe(1);
        nested.At("checklist").List("items").ShouldHaveSingleItem().List("children")[0].Str("name").ShouldBe("Two");

        await _driver.PutAsync($"/checklist/{id}", """{"name":"First","position":0}""");
        (await _driver.GetAsync(Rich)).Names("checklists")[0].ShouldBe("First");
        await _driver.OkAsync("DELETE", $"{items}/{one}");
        (await _driver.GetAsync(Rich)).List("checklists")[0].List("items").ShouldBeEmpty();
        await _driver.OkAsync("DELETE", $"/checklist/{id}");
        (await _driver.RefusedAsync(401, "PUT", $"/checklist/{id}", "{}")).ShouldBe("OAUTH_023");
    }
}
