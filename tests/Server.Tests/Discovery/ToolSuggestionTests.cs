using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Catalog;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Discovery;

/// <summary>The name of a tool as another server or a host spells it leads to the tool.</summary>
public sealed class ToolSuggestionTests
{
    private static readonly ToolInventory Everything = new(
        EmittedCatalog.Instance,
        ToolPolicy.Create(new ToolPolicyOptions(), EmittedCatalog.Instance)
    );

    [Fact]
    public void Every_tool_is_meant_by_every_spelling_of_its_name()
    {
        for (int index = 0; index < ToolCatalog.Count; index++)
        {
            foreach (string name in ToolCatalog.Describe(index).Aliases.Prepend(ToolCatalog.Name(index)))
            {
                string camel = Camel(name);
                foreach (
                    string spelling in new[]
                    {
                        $"clickup_{name}",
                        $"clickup-{name.Replace('_', '-')}",
                        $"ClickUp.{camel}",
                        $"mcp__clickup__{name}",
                        name.Replace('_', '-') + "-",
                        camel + "_",
                        name.ToUpperInvariant() + " ",
                    }
                )
                {
                    Suggest(spelling).ShouldBe(ToolCatalog.Name(index), spelling);
                }
            }
        }
    }

    [Theory]
    [InlineData("get_tsak", "get_task")]
    [InlineData("clickup_creat_task", "create_task")]
    [InlineData("clickup_get_workspace_members", "find_members")]
    [InlineData("clickup_send_chat_message", "create_chat_message")]
    [InlineData("clickup_create_subtask", "create_task")]
    [InlineData("clickup_update_task_status", "update_task")]
    [InlineData("addComment", "create_comment")]
    [InlineData("getTaskComments", "get_comments")]
    [InlineData("search-tasks", "get_workspace_tasks")]
    [InlineData("getSpaces", "list_spaces")]
    [InlineData("list_docs", "list_documents")]
    [InlineData("create_doc", "create_document")]
    [InlineData("start_timer", "start_time_entry")]
    [InlineData("stopTimer", "stop_time_entry")]
    [InlineData("clickup_attach_task_file", "upload_attachment")]
    [InlineData("listMembers", "find_members")]
    [InlineData("clickup_create_bulk_tasks", "create_task")]
    [InlineData("clickup_update_bulk_tasks", "update_task")]
    [InlineData("clickup_delete_bulk_tasks", "delete_task")]
    [InlineData("clickup_move_bulk_tasks", "move_task")]
    [InlineData("clickup_get_task_time_entries", "get_time_entries")]
    [InlineData("update_task_comment", "update_comment")]
    [InlineData("get_task_checklist", "list_checklists")]
    public void Other_servers_names_lead_to_the_tool_that_does_it(string name, string expected) =>
        Suggest(name).ShouldBe(expected);

    [Theory]
    [InlineData("zzzzzz")]
    [InlineData("")]
    [InlineData("clickup")]
    [InlineData("mcp__clickup__")]
    public void What_means_nothing_suggests_nothing(string name) => Suggest(name).ShouldBeNull();

    [Fact]
    public void A_long_name_is_not_looked_at() => Suggest("get_task" + new string('x', 100_000)).ShouldBeNull();

    [Fact]
    public void PA_16_a_disabled_tool_is_not_suggested()
    {
        ToolPolicyOptions options = new() { DisabledTools = "get_task" };
        ToolInventory rest = new(EmittedCatalog.Instance, ToolPolicy.Create(options, EmittedCatalog.Instance));

        ToolErrors.Unknown("clickup_get_task", rest).ShouldNotContain("\"get_task\"");
    }

    private static string? Suggest(string name)
    {
        string text = ToolErrors.Unknown(name, Everything);
        int start = text.IndexOf("did you mean \"", StringComparison.Ordinal);
        return start < 0 ? null : text[start..].Split('"')[1];
    }

    private static string Camel(string name)
    {
        string[] words = name.Split('_');
        return words[0] + string.Concat(words.Skip(1).Select(static w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
