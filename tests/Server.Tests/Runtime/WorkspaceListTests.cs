using System.Text;
using ClickUpMcp.Hosting;

namespace ClickUpMcp.Tests.Runtime;

/// <summary>Whoever may have several workspaces finds the argument for them in the list of tools, and nobody is asked how many there are.</summary>
public sealed class WorkspaceListTests
{
    private static readonly ServerOptions Key = new() { ApiKey = new Secret("pk_1_A") };

    [Fact]
    public void A_key_without_a_workspace_lists_the_argument() => Shows(Key).ShouldBeTrue();

    [Fact]
    public void A_configured_workspace_leaves_it_out() => Shows(Key with { WorkspaceId = "9012" }).ShouldBeFalse();

    [Fact]
    public void The_sandbox_and_a_server_without_a_key_leave_it_out()
    {
        Shows(new ServerOptions { Sandbox = true }).ShouldBeFalse();
        Shows(new ServerOptions()).ShouldBeFalse();
    }

    private static bool Shows(ServerOptions options) =>
        Encoding
            .UTF8.GetString(
                new CompositionRoot(new ManualTimeProvider()).CreateInventory(options).Tools.Value.ToolList.Span
            )
            .Contains("\"workspace\":", StringComparison.Ordinal);
}
