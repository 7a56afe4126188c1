using System.Net;
using ClickUpMcp.Projection;
using ClickUpMcp.Tests.Http;
using ClickUpMcp.Tests.Runtime;
using ClickUpMcp.Tools.Policy;

namespace ClickUpMcp.Tests.Lockdown;

/// <summary>A request may ask for more lockdown than the operator set, and never for less.</summary>
[Trait("Requirement", "P-03")]
public sealed class LockdownHeaderTests
{
    [Theory]
    [InlineData(0, 0)]
    [InlineData(0, 1)]
    [InlineData(1, 2)]
    [InlineData(2, 0)]
    [InlineData(2, 1)]
    public void The_stricter_of_two_counts(int own, int asked) =>
        Policy(own).And(Policy(asked)).Lockdown.ShouldBe((LockdownMode)Math.Max(own, asked));

    [Fact]
    public async Task A_header_that_says_something_else_is_refused()
    {
        await using HttpServer server = await HttpServer.StartAsync();

        using HttpResponseMessage wrong = await server.CallAsync("get_current_user", "{}", ("X-Lockdown", "some"));
        using HttpResponseMessage right = await server.CallAsync("get_current_user", "{}", ("X-Lockdown", "drop"));

        wrong.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        right.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private static ToolPolicy Policy(int mode) =>
        ToolPolicy.Create(new ToolPolicyOptions { Lockdown = (LockdownMode)mode }, new TestCatalog());
}
