using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.ReadBack;

/// <summary>What sets a list leaves no more in it than was asked for: an item that ClickUp keeps is told, whichever argument it is.</summary>
public sealed class KeptItemTests
{
    // What is added or taken away one by one leaves others where they are.
    private static readonly Dictionary<string, string> NotSet = new(StringComparer.Ordinal)
    {
        ["add_time_entry.tags"] = "A new entry has none.",
        ["duplicate_folder.include"] = "It says what is copied.",
        ["duplicate_folder.without"] = "It says what is not copied.",
        ["duplicate_list.include"] = "It says what is copied.",
        ["duplicate_list.without"] = "It says what is not copied.",
        ["duplicate_task.include"] = "It says what is copied.",
        ["duplicate_task.without"] = "It says what is not copied.",
        ["merge_tasks.source_tasks"] = "They are gone.",
        ["move_folder.custom_type_map"] = "It says how the folder is moved.",
        ["move_task.custom_fields"] = "It says which are moved.",
        ["set_folder_permissions.groups"] = "Each is granted for itself.",
        ["set_folder_permissions.users"] = "Each is granted for itself.",
        ["set_list_permissions.groups"] = "Each is granted for itself.",
        ["set_list_permissions.users"] = "Each is granted for itself.",
        ["set_space_permissions.groups"] = "Each is granted for itself.",
        ["set_space_permissions.users"] = "Each is granted for itself.",
        ["start_time_entry.tags"] = "A new entry has none.",
        ["stop_time_entry.tags"] = "They are added to those of the start.",
        ["update_goal.add_owners"] = "Its name says that it adds.",
        ["update_goal.remove_owners"] = "Its name says that it removes.",
        ["update_task.add_assignees"] = "Its name says that it adds.",
        ["update_task.add_group_assignees"] = "Its name says that it adds.",
        ["update_task.add_watchers"] = "Its name says that it adds.",
        ["update_task.remove_assignees"] = "Its name says that it removes.",
        ["update_task.remove_group_assignees"] = "Its name says that it removes.",
        ["update_task.remove_watchers"] = "Its name says that it removes.",
        ["update_user_group.members_to_add"] = "Its name says that it adds.",
        ["update_user_group.members_to_remove"] = "Its name says that it removes.",
        ["update_view.columns"] = "ClickUp shows some columns in every view.",
    };

    // A call of each argument that sets a list, and what stands in place of its items in a call that sets fewer.
    private static readonly Dictionary<string, (string More, string Less)> Calls = new(StringComparer.Ordinal)
    {
        ["set_custom_field_value.value"] = (
            """{"task":"27075wz","field":"Stakeholders","value":["Carla Rossi","David Kim"]}""",
            """{"task":"27075wz","field":"Stakeholders","value":["Carla Rossi"]}"""
        ),
        ["set_time_estimates.estimates"] = (
            """{"task":"27075wz","replace":true,"estimates":[{"member":"Anna Schmidt","time":"3h"}],"unassigned":"1h"}""",
            """{"task":"27075wz","replace":true,"estimates":[{"member":"Anna Schmidt","time":"3h"}]}"""
        ),
        ["update_key_result.lists"] = (
            """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","lists":["90152000001","90152000002"]}""",
            """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","lists":["90152000002"]}"""
        ),
        ["update_key_result.owners"] = (
            """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","owners":["81000001","81000003"]}""",
            """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","owners":["81000003"]}"""
        ),
        ["update_key_result.tasks"] = (
            """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","tasks":["27075wz","20bbn28"]}""",
            """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","tasks":["20bbn28"]}"""
        ),
        ["update_task.assignees"] = (
            """{"task":"27075wz","assignees":["Carla Rossi","David Kim"]}""",
            """{"task":"27075wz","assignees":["Carla Rossi"]}"""
        ),
        ["update_task.custom_fields"] = (
            """{"task":"27075wz","custom_fields":[{"field":"Platforms","value":["Web","iOS"]}]}""",
            """{"task":"27075wz","custom_fields":[{"field":"Platforms","value":["Web"]}]}"""
        ),
        ["update_task.tags"] = (
            """{"task":"27075wz","tags":["backend","regression"]}""",
            """{"task":"27075wz","tags":["regression"]}"""
        ),
        ["update_time_entry.tags"] = (
            """{"entry_id":"4100000000000000265","tag_action":"replace","tags":["writing","review"]}""",
            """{"entry_id":"4100000000000000265","tag_action":"replace","tags":["review"]}"""
        ),
        ["update_view.filters"] = (
            """{"view":"8cdn1-1005","filters":[{"field":"tag","op":"ANY","values":["backend"]},{"field":"archived","op":"EQ","values":[]}]}""",
            """{"view":"8cdn1-1005","filters":[{"field":"tag","op":"ANY","values":["backend"]}]}"""
        ),
        ["update_view.folded_divisions"] = (
            """{"view":"8cdn1-1005","folded_divisions":["a","b"]}""",
            """{"view":"8cdn1-1005","folded_divisions":["b"]}"""
        ),
        ["update_view.folded_groups"] = (
            """{"view":"8cdn1-1005","folded_groups":["a","b"]}""",
            """{"view":"8cdn1-1005","folded_groups":["b"]}"""
        ),
        ["update_view.sidebar_assignees"] = (
            """{"view":"8cdn1-1005","sidebar_assignees":["81000001","81000003"]}""",
            """{"view":"8cdn1-1005","sidebar_assignees":["81000003"]}"""
        ),
        ["update_view.sort"] = (
            """{"view":"8cdn1-1005","sort":["priority","-dueDate"]}""",
            """{"view":"8cdn1-1005","sort":["-dueDate"]}"""
        ),
        ["update_webhook.events"] = (
            """{"webhook_id":"6f2a1c50-0c01-4e1d-9c3e-7b5d30000001","events":["taskCreated","taskDeleted"]}""",
            """{"webhook_id":"6f2a1c50-0c01-4e1d-9c3e-7b5d30000001","events":["taskDeleted"]}"""
        ),
    };

    private static readonly string[] Lists =
    [
        .. SpecTool
            .All.Where(static tool => tool is { IsReadOnly: false, IsDiscovery: false })
            // What is new has nothing that it could keep.
            .Where(static tool => !tool.Name.StartsWith("create_", StringComparison.Ordinal))
            .SelectMany(static tool =>
                tool.Arguments.Where(static argument => IsList(argument.Value))
                    .Select(argument => $"{tool.Name}.{argument.Key}")
            ),
    ];

    public static TheoryData<string> Set => [.. Lists.Except(NotSet.Keys)];

    [Theory]
    [MemberData(nameof(Set))]
    public async Task What_stays_beside_a_list_that_was_set_is_told(string argument)
    {
        string tool = argument.Split('.')[0];
        (string more, string less) = Calls[argument];

        ToolResult usual = await new SandboxSession().CallAsync(tool, less);
        ToolResult result = await (await KeptItem.AfterAsync(tool, more)).CallAsync(tool, less);

        usual.IsError.ShouldBeFalse(usual.Text);
        usual.Text.ShouldNotContain(WriteCall.Ignored);
        (result.IsError || result.Text.Contains(WriteCall.Ignored, StringComparison.Ordinal)).ShouldBeTrue(result.Text);
    }

    [Theory]
    [InlineData("update_key_result", """{"key_result":"6f2a1c50-0b01-4e1d-9c3e-7b5d20000001","owners":[]}""", "owners")]
    [InlineData("update_task", """{"task":"27075wz","assignees":[]}""", "assignees")]
    [InlineData("update_task", """{"task":"27075wz","tags":[]}""", "tags")]
    [InlineData("update_view", """{"view":"8cdn1-1005","filters":[]}""", "filters")]
    public async Task What_stays_in_a_list_that_was_emptied_is_told(string tool, string less, string argument)
    {
        ToolResult usual = await new SandboxSession().CallAsync(tool, less);
        ToolResult result = await (await KeptItem.AfterAsync(tool, Calls[$"{tool}.{argument}"].More)).CallAsync(
            tool,
            less
        );

        usual.Text.ShouldNotContain(WriteCall.Ignored);
        result.Text.ShouldContain(WriteCall.Ignored);
    }

    [Fact]
    public void Only_arguments_that_there_are_have_a_reason_not_to_be_set() =>
        NotSet.Keys.Except(Lists).ShouldBeEmpty();

    [Fact]
    public async Task The_item_is_named()
    {
        KeptItem kept = await KeptItem.AfterAsync("update_task", Calls["update_task.assignees"].More);

        (await kept.CallAsync("update_task", Calls["update_task.assignees"].Less)).Text.ShouldContain(
            "did not apply: assignees as the whole list (David Kim is there as well)."
        );
    }

    private static bool IsList(JsonElement argument) =>
        argument.TryGetProperty("type", out JsonElement type)
        && (type.ValueEquals("array") || type.ValueEquals("json"));
}
