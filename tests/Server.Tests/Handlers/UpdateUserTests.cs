using System.Text.Json;
using ClickUpMcp.Tests.Examples;
using ClickUpMcp.Tools.Runtime;

namespace ClickUpMcp.Tests.Handlers;

/// <summary>ClickUp takes name and role of a member only together: what a caller leaves out is completed.</summary>
public sealed class UpdateUserTests
{
    private readonly SandboxSession _session = new();

    [Theory]
    [InlineData("""{"user":"81000003","username":"Carla Bianchi"}""", "Carla Bianchi", false, 3)]
    [InlineData("""{"user":"81000003","admin":true}""", "Carla Rossi", true, 2)]
    [InlineData("""{"user":"81000003","custom_role":"Team Lead"}""", "Carla Rossi", null, 5500002)]
    [InlineData("""{"user":"81000001","username":"Anna"}""", "Anna", true, 2)]
    public async Task A_change_is_sent_whole(string arguments, string name, bool? isAdmin, int role)
    {
        ToolResult result = await _session.CallAsync("update_user", arguments);

        result.IsError.ShouldBeFalse(result.Text);
        JsonElement sent = JsonElement.Parse(_session.Sent[^1].Body);
        sent.EnumerateObject().Select(static member => member.Name).ShouldBe(["username", "admin", "custom_role_id"]);
        sent.GetProperty("username").GetString().ShouldBe(name);
        sent.GetProperty("admin").GetBoolean().ShouldBe(isAdmin ?? sent.GetProperty("admin").GetBoolean());
        sent.GetProperty("custom_role_id").GetInt32().ShouldBe(role);
    }

    [Fact]
    public async Task A_custom_role_stays_until_the_built_in_one_changes()
    {
        await _session.CallAsync("update_user", """{"user":"81000003","custom_role":"Team Lead"}""");
        await _session.CallAsync("update_user", """{"user":"81000003","username":"Carla Bianchi"}""");
        JsonElement kept = JsonElement.Parse(_session.Sent[^1].Body);
        bool wasAdmin = kept.GetProperty("admin").GetBoolean();
        string change = wasAdmin ? "false" : "true";
        await _session.CallAsync("update_user", $$"""{"user":"81000003","admin":{{change}}}""");
        JsonElement changed = JsonElement.Parse(_session.Sent[^1].Body);

        kept.GetProperty("custom_role_id").GetInt32().ShouldBe(5500002);
        changed.GetProperty("custom_role_id").GetInt32().ShouldBe(wasAdmin ? 3 : 2);
    }

    [Fact]
    public async Task A_guest_is_not_made_a_member()
    {
        ToolResult result = await _session.CallAsync("update_user", """{"user":"81000006","username":"Gus"}""");

        result.IsError.ShouldBeTrue();
        result.Text.ShouldContain("edit_guest");
        _session.Sent.ShouldNotContain(static request => request.Method == "PUT");
    }
}
