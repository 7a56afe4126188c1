using System.Globalization;
using System.Text;
using ClickUpMcp.Tools;

namespace ClickUpMcp.Tests.Docs;

/// <summary>Writes the page that tells which tool here does what a tool of another server did.</summary>
internal static class OtherServersPage
{
    /// <summary>Servers by how they are known, with what their names begin with and those that are not simply names of tools here.</summary>
    private static readonly (string Server, string Prefix, string[] Names)[] Servers =
    [
        (
            "ClickUp's own server (mcp.clickup.com)",
            "clickup_",
            [
                "search",
                "filter_tasks",
                "get_workspace_hierarchy",
                "get_workspace_members",
                "find_member_by_name",
                "get_custom_fields",
                "remove_task_dependency",
                "remove_task_link",
                "get_bulk_tasks_time_in_status",
                "attach_task_file",
                "request_attachment_upload",
                "download_task_attachment",
                "list_document_page_attachments",
                "download_document_page_attachment",
                "get_task_comments",
                "get_threaded_comments",
                "create_task_comment",
                "create_list_in_folder",
                "get_chat_channels",
                "get_chat_channel_messages",
                "send_chat_message",
                "start_time_tracking",
                "stop_time_tracking",
                "create_reminder",
                "search_reminders",
                "update_reminder",
                "get_operators",
                "execute_operator",
                "get_schema",
            ]
        ),
        (
            "taazkareem/clickup-mcp-server",
            "",
            [
                "duplicate_task",
                "create_bulk_tasks",
                "update_bulk_tasks",
                "move_bulk_tasks",
                "delete_bulk_tasks",
                "add_comment_reaction",
                "remove_comment_reaction",
                "get_active_sprint",
                "list_sprints",
                "get_sprint_tasks",
                "move_list",
                "create_custom_field",
                "get_chat_message_subtypes",
                "submit_feedback",
            ]
        ),
    ];

    public static string Write()
    {
        StringBuilder page = new();
        page.Append(
            "<!-- Generated from the spec; run './build.sh docs' to renew. -->\n# Names of tools elsewhere\n\n"
        );
        page.Append(
            "What [moving from another server](migrate.md) leaves to do in instructions and filters. Names that are not here are the same, "
                + "after the prefix. A name that has another tool beside it is called and filtered as that tool's own.\n"
        );
        foreach ((string server, string prefix, string[] names) in Servers)
        {
            page.Append(
                CultureInfo.InvariantCulture,
                $"\n## {server}\n\n{(prefix.Length == 0 ? "No prefix." : $"Without the prefix `{prefix}`.")}\n\n| there | here |\n| --- | --- |\n"
            );
            foreach (string name in names.Order(StringComparer.Ordinal))
            {
                string here = EmittedCatalog.Instance.Find(name) is >= 0 and var index
                    ? $"`{EmittedCatalog.Instance.Name(index)}`"
                    : "none";
                page.Append(CultureInfo.InvariantCulture, $"| `{name}` | {here} |\n");
            }
        }

        return page.ToString();
    }
}
