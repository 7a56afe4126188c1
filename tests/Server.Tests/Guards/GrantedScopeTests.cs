using System.Text.Json.Nodes;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools;
using ClickUpMcp.Tools.Policy;
using ClickUpMcp.Tools.Runtime;
using EndToEnd.Tests.Catalogue;

namespace ClickUpMcp.Tests.Guards;

/// <summary>A-06: what reaches ClickUp for a grant is what its scopes say, whichever tool is called and however.</summary>
public sealed class GrantedScopeTests
{
    [Theory]
    [MemberData(nameof(PermissionTests.Categories), MemberType = typeof(PermissionTests))]
    public async Task A_06_a_grant_sends_no_more_than_its_scopes_say(string category)
    {
        SandboxSession reading = new(new ToolPolicyOptions { Scopes = ToolScopes.Read });
        SandboxSession writing = new(new ToolPolicyOptions { Scopes = ToolScopes.Read | ToolScopes.Write });
        foreach (SpecTool tool in SpecTool.All.Where(tool => PermissionTests.CategoryOf(tool) == category))
        {
            foreach (JsonObject call in HostileCalls.Of(tool))
            {
                JsonObject run = new() { ["name"] = tool.Name, ["arguments"] = call.DeepClone() };
                foreach (SandboxSession session in (SandboxSession[])[reading, writing])
                {
                    await session.CallAsync(tool.Name, call.ToJsonString());
                    await session.CallAsync("run_read_tool", run.ToJsonString());
                    await session.CallAsync("run_write_tool", run.ToJsonString());
                }
            }
        }

        PermissionTests.Writes(reading).ShouldBeEmpty();
        writing.Sent.ShouldNotContain(sent => sent.Method == "DELETE");
    }

    [Fact]
    public void A_06_each_tool_needs_the_scope_of_what_it_does()
    {
        for (int tool = 0; tool < ToolCatalog.Count; tool++)
        {
            ToolDescriptor descriptor = ToolCatalog.Describe(tool);
            bool onlyReads = descriptor.Traits.HasFlag(ToolTraits.ReadOnly);
            (descriptor.Scope == ToolScope.Read).ShouldBe(onlyReads, descriptor.Name);
            descriptor.Scope.ShouldBe(ToolCatalog.Scope(tool), "the index and the descriptor say the same");
        }
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(4)]
    [InlineData(255)]
    public void A_06_a_scope_that_is_none_is_allowed_to_nobody(int scope)
    {
        foreach (ToolScopes granted in Enumerable.Range(0, 256).Select(static bits => (ToolScopes)bits))
        {
            granted.Allows((ToolScope)scope).ShouldBeFalse();
        }
    }
}
