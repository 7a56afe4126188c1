using System.Text;
using ClickUpMcp.Hosting;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>P-06: what a rule of the policy file refuses is not listed, not run, and not sent.</summary>
public sealed class PolicyRuleTests
{
    private const string InApi = $$"""{"list":"{{SandboxSeed.ApiListId}}","name":"New"}""";
    private const string InInbox = $$"""{"list":"{{SandboxSeed.InboxListId}}","name":"New"}""";

    [Fact]
    public async Task P_06_what_is_refused_always_is_not_listed_and_not_run()
    {
        SandboxSession session = Of("""{"rules":[{"who":["anna"],"scopes":["delete"],"then":"refuse"}]}""");
        int tool = EmittedCatalog.Instance.Find("delete_task");
        session.Inventory.Listed.ShouldNotContain(tool);
        Encoding.UTF8.GetString(session.Inventory.List().Span).ShouldNotContain("\"delete_task\"");
        ToolResult result = await session.CallAsync("delete_task", """{"task":"27075wz"}""");
        result.Text.ShouldContain("refused by the operator's policy");
        ToolResult run = await session.CallAsync(
            "run_write_tool",
            """{"name":"delete_task","arguments":{"task":"27075wz"}}"""
        );
        run.Text.ShouldContain("refused by the operator's policy");
        Writes(session).ShouldBeEmpty();

        Of("""{"rules":[{"who":["ben"],"scopes":["delete"],"then":"refuse"}]}""")
            .Inventory.IsAvailable(tool)
            .ShouldBeTrue();
    }

    [Fact]
    public void A_rule_widens_nothing_that_other_settings_narrow()
    {
        SandboxSession session = Of("""{"rules":[{"then":"allow"}]}""", new ToolPolicyOptions { ReadOnly = true });
        session.Inventory.IsAvailable(EmittedCatalog.Instance.Find("create_task")).ShouldBeFalse();
        session.Inventory.OnlyReads.ShouldBeTrue();
    }

    [Theory]
    [InlineData("2026-11-20T11:59:00Z", false)]
    [InlineData("2026-11-20T12:01:00Z", true)]
    public async Task P_06_hours_are_looked_at_when_a_tool_is_called(string to, bool isRefused)
    {
        // The clock of the session stands at 12:00 on a Friday.
        string until = to[11..16];
        SandboxSession session = Of(
            $$"""{"rules":[{"scopes":["write"],"hours":{"days":["fri"],"from":"08:00","to":"{{until}}","zone":"UTC"},"then":"refuse","reason":"Month's end."}]}"""
        );
        session.Inventory.IsAvailable(EmittedCatalog.Instance.Find("create_task")).ShouldBeTrue();
        ToolResult result = await session.CallAsync("create_task", InApi);
        result.IsError.ShouldBe(isRefused, result.Text);
        Writes(session).Length.ShouldBe(isRefused ? 0 : 1);
        if (isRefused)
        {
            result.Text.ShouldContain("Month's end.");
        }
    }

    [Theory]
    [InlineData("""{"places":["list:Inbox"],"then":"refuse"}""", true, false)]
    [InlineData(
        """{"places":["space:Engineering"],"then":"allow"},{"then":"refuse","scopes":["write"]}""",
        false,
        true
    )]
    [InlineData("""{"places":["workspace:Acme"],"then":"refuse"}""", true, true)]
    [InlineData("""{"places":["space:Marketing"],"then":"refuse"}""", false, false)]
    public async Task P_06_places_are_looked_at_where_requests_leave(string rules, bool inbox, bool api)
    {
        // An "allow" of a place leaves what is elsewhere to the rules after it.
        bool isAllow = rules.Contains("allow", StringComparison.Ordinal);
        SandboxSession session = Of($$"""{"rules":[{{rules}}]}""");
        (await session.CallAsync("create_task", InInbox)).IsError.ShouldBe(isAllow || inbox);
        (await session.CallAsync("create_task", InApi)).IsError.ShouldBe(!isAllow && api);
        (await session.CallAsync("get_task", """{"task":"27075wz"}""")).IsError.ShouldBeFalse();
    }

    [Fact]
    public async Task A_move_is_refused_when_one_of_its_ends_is_and_allowed_when_both_are()
    {
        SandboxSession session = Of("""{"rules":[{"places":["list:Web App"],"then":"refuse"}]}""");
        ToolResult result = await session.CallAsync(
            "move_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","list":"{{SandboxSeed.WebAppListId}}"}"""
        );
        result.IsError.ShouldBeTrue(result.Text);
        session = Of("""{"rules":[{"places":["list:Web App"],"then":"allow"},{"then":"refuse","scopes":["write"]}]}""");
        result = await session.CallAsync(
            "move_task",
            $$"""{"task":"{{SandboxSeed.RichTaskId}}","list":"{{SandboxSeed.WebAppListId}}"}"""
        );
        result.IsError.ShouldBeTrue(result.Text);
        Writes(session).ShouldBeEmpty();
    }

    [Fact]
    public async Task What_must_be_confirmed_asks_a_person_and_nothing_else_does()
    {
        SandboxSession session = Of("""{"rules":[{"categories":["tasks"],"scopes":["write"],"then":"confirm"}]}""");
        ToolResult held = await session.CallAsync("create_task", InApi);
        held.Text.ShouldContain("must be confirmed");
        Writes(session).ShouldBeEmpty();
        (await session.CallAsync("create_list", """{"space":"Engineering","name":"Free"}""")).IsError.ShouldBeFalse();
    }

    [Fact]
    public async Task Confirmation_may_depend_on_the_place_and_then_each_thing_is_written_once()
    {
        SandboxSession session = Of(
            """{"rules":[{"places":["list:Inbox"],"then":"allow"},{"scopes":["write"],"then":"confirm"}]}"""
        );
        ToolResult free = await session.CallAsync("create_task", InInbox);
        free.IsError.ShouldBeFalse(free.Text);
        Writes(session).Length.ShouldBe(1);

        ToolResult held = await session.CallAsync("create_task", InApi);
        held.Text.ShouldContain("must be confirmed");
        Writes(session).Length.ShouldBe(1);

        ToolResult rehearsed = await session.CallAsync("create_task", InApi[..^1] + ""","dry_run":true}""");
        rehearsed.Text.ShouldContain("confirm");
        string token = rehearsed.Text.Split("confirm: \"")[1].Split('"')[0];
        ToolResult done = await session.CallAsync("create_task", InApi[..^1] + $$""","confirm":"{{token}}"}""");
        done.IsError.ShouldBeFalse(done.Text);
        Writes(session).Length.ShouldBe(2);
    }

    [Fact]
    public async Task P_06_where_a_rule_refuses_all_that_is_written_to_a_workspace_no_example_writes()
    {
        foreach (SpecTool tool in SpecTool.All.Where(static tool => tool is { IsReadOnly: false, IsDiscovery: false }))
        {
            SandboxSession session = Of(
                $$"""{"rules":[{"places":["workspace:{{SandboxSeed.WorkspaceId}}"],"then":"refuse"}]}"""
            );
            foreach (ToolExample example in ToolExample.ByTool[tool.Name])
            {
                await session.CallAsync(tool.Name, example.Arguments);
            }

            Writes(session).ShouldBeEmpty(tool.Name);
        }
    }

    private static SandboxSession Of(string json, ToolPolicyOptions? options = null) =>
        new(options, rules: new PolicyReader(EmittedCatalog.Instance).Read(Encoding.UTF8.GetBytes(json)));

    private static string[] Writes(SandboxSession session) =>
        [.. session.Sent.Where(static sent => sent.Method != "GET").Select(static sent => sent.Line)];
}
