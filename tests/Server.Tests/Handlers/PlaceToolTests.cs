using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>Lists, goals and webhooks: where ClickUp wants its own words, or keeps things apart or secret.</summary>
public sealed class PlaceToolTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("\"color\"", """{"unset_status":true}""")]
    [InlineData("\"assignee\"", """{"assignee":"none"}""")]
    [InlineData("\"due\"", """{"unset_due_date":true}""")]
    [InlineData("\"priority\",\"color\"", """{"unset_priority":true,"unset_status":true}""")]
    public async Task Emptying_a_list_uses_ClickUps_words(string clear, string body)
    {
        ToolResult result = await _session.CallAsync("update_list", $$"""{"list":"API","clear":[{{clear}}]}""");

        result.IsError.ShouldBeFalse(result.Text);
        _session.Sent[^1].Body.ShouldBe(body);
    }

    [Fact]
    public async Task A_list_takes_an_assignee_by_name_as_a_text_and_a_colour()
    {
        ToolResult result = await _session.CallAsync(
            "update_list",
            """{"list":"API","assignee":"Ben Fischer","color":"red","due":"2026-12-01"}"""
        );

        result.IsError.ShouldBeFalse(result.Text);
        _session.Sent[^1].Body.ShouldContain($"\"assignee\":\"{SandboxSeed.AdminId}\"");
        _session.Sent[^1].Body.ShouldContain("\"status\":\"red\"");
        _session.Sent[^1].Body.ShouldContain("\"due_date_time\":false");
        _session.Sent[^1].Body.ShouldNotContain("unset_status");
    }

    [Theory]
    [InlineData("{}", "2 goals", "Move to the new office")]
    [InlineData("""{"include_completed":true}""", "Grow the audience", "editor_token")]
    [InlineData("""{"include_completed":true}""", "Move to the new office", "editor_token")]
    [InlineData("""{"detail_level":"full"}""", "Grow the audience", "editor_token")]
    public async Task Goals_of_folders_are_listed_with_the_others(string arguments, string has, string lacks)
    {
        ToolResult result = await _session.CallAsync("list_goals", arguments);

        result.Text.ShouldContain(has);
        result.Text.ShouldNotContain(lacks);
    }

    [Theory]
    [InlineData("get_goal", """{"goal":"Ship the public API"}""", "Endpoints documented")]
    [InlineData("get_goal", """{"goal":"grow the audience"}""", "Sponsoring")]
    [InlineData(
        "update_key_result",
        """{"goal":"Ship the public API","key_result":"Endpoints documented","current":40}""",
        "percent: 100"
    )]
    public async Task Goals_and_key_results_go_by_name(string tool, string arguments, string has)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain(has);
    }

    [Theory]
    [InlineData("")]
    [InlineData(",\"detail_level\":\"full\"")]
    public async Task The_secret_of_a_webhook_is_shown_to_who_creates_it(string level)
    {
        ToolResult result = await _session.CallAsync(
            "create_webhook",
            $$"""{"endpoint":"https://hooks.acme.example/x","events":["taskMoved"]{{level}}}"""
        );

        result.Text.ShouldContain("NOTASECRET");
    }

    [Theory]
    [InlineData("list_webhooks", "{}")]
    [InlineData("list_webhooks", """{"detail_level":"full"}""")]
    [InlineData("update_webhook", $$"""{"webhook_id":"{{SandboxSeed.WebhookId}}","status":"active"}""")]
    [InlineData(
        "update_webhook",
        $$"""{"webhook_id":"{{SandboxSeed.WebhookId}}","status":"active","detail_level":"full"}"""
    )]
    public async Task The_secret_of_a_webhook_is_not_shown_later(string tool, string arguments)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);

        result.IsError.ShouldBeFalse(result.Text);
        result.Text.ShouldContain("hooks.acme.example");
        result.Text.ShouldNotContain("SECRET");
    }

    [Fact]
    public async Task A_folder_moves_by_name_into_another()
    {
        ToolResult result = await _session.CallAsync("move_folder", """{"folder":"Frontend","parent":"Office"}""");
        ToolResult folder = await _session.CallAsync("get_folder", """{"folder":"Office","include_subfolders":true}""");

        result.IsError.ShouldBeFalse(result.Text);
        folder.Text.ShouldContain("subfolders: Frontend, Berlin");
    }
}
