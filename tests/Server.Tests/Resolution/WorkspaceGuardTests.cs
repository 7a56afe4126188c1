using System.Text.RegularExpressions;
using ClickUpMcp.Sandbox;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Resolution;

/// <summary>That a connection of one workspace stays in it, whatever ids it names, while its token sees another.</summary>
public sealed partial class WorkspaceGuardTests
{
    // ClickUp tells nobody the workspace of these by their ids, so they must have been shown before.
    private const string NotShown = "was not shown to it before";

    public static TheoryData<ToolExample> All => [.. ToolExample.ByTool.Values.SelectMany(static e => e)];

    /// <remarks>All examples name things of the first workspace by id or name, as an attacker would who knows them.</remarks>
    [Theory]
    [MemberData(nameof(All))]
    public async Task A_09_no_id_leads_out_of_the_workspace(ToolExample example)
    {
        SandboxSession session = new(secondWorkspace: true, workspaces: [SandboxSeed.SecondWorkspaceId]);

        ToolResult result = await session.CallAsync(example.Tool, example.Arguments);

        foreach (SentRequest sent in session.Sent)
        {
            sent.Path.ShouldNotContain(SandboxSeed.WorkspaceId);
            bool isOfOwn = sent.Path.Contains(SandboxSeed.SecondWorkspaceId, StringComparison.Ordinal);
            (sent.Method == "GET" || isOfOwn).ShouldBeTrue($"{example}: {sent.Line}: {result.Text}");
        }

        result.Text.ShouldNotContain("Payments");
        if (!result.IsError)
        {
            result.Text.ShouldNotContain("86abc0", Case.Sensitive, example.ToString());
        }
    }

    [Theory]
    [MemberData(nameof(All))]
    [Trait("Requirement", "A-09")]
    public async Task Within_the_workspace_everything_is_as_without_the_guard(ToolExample example)
    {
        SandboxSession free = new(secondWorkspace: false);
        SandboxSession kept = new(secondWorkspace: true, workspaces: [SandboxSeed.WorkspaceId]);

        ToolResult expected = await free.CallAsync(example.Tool, example.Arguments);
        ToolResult result = await kept.CallAsync(example.Tool, example.Arguments);

        if (!result.Text.Contains(NotShown, StringComparison.Ordinal))
        {
            // What the second workspace has took some of the ids that the sandbox gives.
            NewId().Replace(result.Text, "new").ShouldBe(NewId().Replace(expected.Text, "new"));
        }
        else
        {
            ShownFirst.ShouldContain(example.Tool);
        }
    }

    [GeneratedRegex("86x[a-z0-9]{6}", RegexOptions.None, matchTimeoutMilliseconds: 1_000)]
    private static partial Regex NewId();

    /// <summary>The tools that take ids which must have been shown.</summary>
    private static readonly string[] ShownFirst =
    [
        "get_comment_replies",
        "create_comment_reply",
        "update_comment",
        "delete_comment",
        "edit_checklist",
        "delete_checklist",
        "create_checklist_item",
        "edit_checklist_item",
        "delete_checklist_item",
        "update_key_result",
        "delete_key_result",
        "update_user_group",
        "delete_user_group",
        "update_webhook",
        "delete_webhook",
    ];
}
