using System.Text.Json;
using System.Text.RegularExpressions;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>The tools about the workspace as a whole, its people and its templates, each against the sandbox.</summary>
public sealed class AdministrationTests
{
    private readonly SandboxSession _session = new();

    [Fact]
    public async Task The_workspace_shows_what_the_flags_ask_for_and_nothing_else()
    {
        string some = await TextAsync(
            "get_workspace",
            """{"include_hierarchy":false,"include_plan":true,"include_seats":true,"include_custom_items":true}"""
        );
        string shared = await TextAsync("get_workspace", """{"include_shared":true,"space":"Marketing"}""");

        some.ShouldContain("\nplan\n id: 4\n plan: Enterprise");
        some.ShouldContain("\nseats\n members_filled: 5");
        some.ShouldContain("guests_total: Infinity");
        some.ShouldContain("1001\tBug");
        some.ShouldNotContain("\nspace ");
        shared.ShouldContain("\nshared\n lists: Hiring Plan\n folders: Office");
        shared.ShouldContain("\n folder Campaigns");
        shared.ShouldNotContain("Enterprise");
        _session.Sent.Count(request => request.Path.EndsWith("/space", StringComparison.Ordinal)).ShouldBe(1);
    }

    [Theory]
    [InlineData("rossi@", "Carla Rossi")]
    [InlineData("Fisher", "Ben Fischer")]
    [InlineData("davdi kim", "David Kim")]
    public async Task Members_are_found_by_parts_and_with_a_typing_mistake(string query, string name)
    {
        string map = await TextAsync("get_workspace", $$"""{"include_hierarchy":false,"search_member":"{{query}}"}""");
        string found = await TextAsync("find_members", $$"""{"query":"{{query}}"}""");

        string[] lines = map.Split('\n');
        lines[1].ShouldStartWith($"member {name} ");
        lines[2..].ShouldBe(["Looked through all 6 members."]);
        found.ShouldStartWith("1 member");
        found.ShouldContain(name);
    }

    [Fact]
    public async Task The_audit_log_continues_where_the_last_page_ended()
    {
        List<string> ids = [];
        string cursor = "";
        do
        {
            string text = await TextAsync(
                "get_audit_logs",
                $$"""{"applicability":"auth-and-security","limit":70,"fields":["id"]{{cursor}}}"""
            );
            ids.AddRange(
                Regex
                    .Matches(text, "[0-9a-f]{8}-a0d1-[0-9a-f-]+", RegexOptions.NonBacktracking)
                    .Select(match => match.Value)
            );
            Match more = Regex.Match(
                text,
                "more: cursor=(?<cursor>\\S+)",
                RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture
            );
            cursor = more.Success ? $",\"cursor\":\"{more.Groups["cursor"].Value}\"" : "";
        } while (cursor.Length > 0);

        ids.Count.ShouldBeGreaterThan(180);
        ids.Distinct().Count().ShouldBe(ids.Count);
        _session.Sent.Count(request => request.Method == "POST").ShouldBe(ids.Count / 70 + 1);
    }

    [Fact]
    public async Task The_audit_log_is_asked_from_the_last_date_back()
    {
        string text = await TextAsync(
            "get_audit_logs",
            """{"applicability":"user-activity","start_date":"2026-08-01","end_date":"2026-08-31"}"""
        );

        text.ShouldContain("TEAM_CREATED");
        text.ShouldNotContain("INVITE");
        JsonElement body = JsonElement.Parse(_session.Sent[^1].Body);
        body.GetProperty("pagination").GetProperty("pageTimestamp").GetInt64().ShouldBe(1788213599999);
        body.GetProperty("filter").GetProperty("startTime").GetInt64().ShouldBe(1785535200000);
    }

    [Fact]
    public async Task Assignees_are_resolved_in_order_or_not_at_all()
    {
        string found = await TextAsync("resolve_assignees", """{"assignees":["david kim","me","81000003"]}""");
        ToolResult namesakes = await _session.CallAsync("resolve_assignees", """{"assignees":["Anna"]}""");
        ToolResult nobody = await _session.CallAsync("resolve_assignees", """{"assignees":["5"]}""");

        Regex
            .Matches(found, "8100000[0-9]", RegexOptions.NonBacktracking)
            .Select(match => match.Value)
            .ShouldBe(["81000004", "81000001", "81000003"]);
        namesakes.IsError.ShouldBeTrue();
        namesakes.Text.ShouldContain("Anna Weber");
        nobody.IsError.ShouldBeTrue();
        nobody.Text.ShouldContain("find_members");
    }

    [Fact]
    public async Task An_invited_guest_is_known_by_e_mail_at_once_and_gone_after_removal()
    {
        await TextAsync("get_guest", """{"guest":"Gil Moreau"}""");
        await TextAsync("invite_guest", """{"email":"hana@partner.example","can_edit_tags":true}""");
        string edited = await TextAsync("edit_guest", """{"guest":"hana@partner.example","can_create_views":true}""");
        await TextAsync("add_guest_to_list", """{"guest":"hana@partner.example","list":"API"}""");
        string read = await TextAsync("get_guest", """{"guest":"hana@partner.example"}""");
        await TextAsync("remove_guest", """{"guest":"hana@partner.example"}""");
        ToolResult gone = await _session.CallAsync("get_guest", """{"guest":"hana@partner.example"}""");

        edited.ShouldContain("can_edit_tags: true");
        edited.ShouldContain("can_create_views: true");
        edited.ShouldContain("invited_by: Anna Schmidt");
        read.ShouldContain("lists: API");
        gone.IsError.ShouldBeTrue();
    }

    [Fact]
    public async Task A_group_changes_and_is_found_under_its_new_name()
    {
        string changed = await TextAsync(
            "update_user_group",
            """{"group":"Writers","name":"Editors","members_to_add":["me"],"members_to_remove":["Carla Rossi"]}"""
        );
        string deleted = await TextAsync("delete_user_group", """{"group":"@Editors"}""");
        string left = await TextAsync("list_user_groups", "{}");

        changed.ShouldContain("members: Anna Weber, Anna Schmidt");
        deleted.ShouldContain("Editors");
        left.ShouldContain("Developers");
        left.ShouldNotContain("Editors");
    }

    [Fact]
    public async Task Permissions_are_given_by_name_and_taken_with_none()
    {
        await TextAsync(
            "set_list_permissions",
            """{"list":"API","private":true,"users":["Gil Moreau"],"groups":["Writers"],"permission_level":"read"}"""
        );
        await TextAsync("set_list_permissions", """{"list":"API","groups":["Writers"],"permission_level":"none"}""");

        _session
            .Sent[^1]
            .Body.ShouldBe(
                $$"""{"entries":[{"kind":"group","id":"{{SandboxSeed.WritersGroupId}}","permission_level":null}]}"""
            );
        ToolResult unclear = await _session.CallAsync("set_list_permissions", """{"list":"API","users":["me"]}""");
        unclear.IsError.ShouldBeTrue();
        unclear.Text.ShouldContain("permission_level");
    }

    [Fact]
    public async Task A_list_from_a_template_brings_what_was_chosen()
    {
        string made = await TextAsync(
            "create_list_from_template",
            """{"name":"Spring","template":"Campaign Plan","space":"Marketing","import":["due_dates","priority"]}"""
        );
        string tasks = await TextAsync("get_workspace_tasks", """{"lists":["Spring"],"subtasks":true}""");

        made.ShouldStartWith("id: ");
        tasks.ShouldStartWith("3 tasks");
        tasks.ShouldContain("urgent");
        tasks.ShouldNotContain("Ben Fischer");
    }

    private async Task<string> TextAsync(string tool, string arguments)
    {
        ToolResult result = await _session.CallAsync(tool, arguments);
        result.IsError.ShouldBeFalse($"{tool}: {result.Text}");
        return result.Text;
    }
}
