using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using EndToEnd.Tests.Catalogue;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>The native executable as a client starts it: over stdio, from spawn to end of input.</summary>
public sealed class StdioTests
{
    [Fact]
    public async Task End_of_input_ends_the_server_with_exit_code_0()
    {
        await using var client = ServerBinary.Start("stdio", "--sandbox");
        await client.InitializeAsync(Limit.Short);

        (await client.CloseAsync(Limit.Short)).ShouldBe(0);
    }

    [Fact]
    public async Task End_of_input_before_the_first_message_ends_the_server_with_exit_code_0()
    {
        await using var client = ServerBinary.Start();

        (await client.CloseAsync(Limit.Short)).ShouldBe(0);
    }

    [Fact]
    public async Task End_of_input_ends_the_server_although_ClickUp_hangs()
    {
        using var silent = new SilentListener();
        await using var client = StdioClient.Start(ServerBinary.Path, [], silent.AsClickUp);
        await client.InitializeAsync(Limit.Short);
        await client.WriteLineAsync(
            """{"jsonrpc":"2.0","id":99,"method":"tools/call","params":{"name":"get_current_user","arguments":{}}}""",
            Limit.Short
        );
        await silent.AcceptAsync(Limit.Short);

        (await client.CloseAsync(Limit.Prompt)).ShouldBe(0);
    }

    [Fact]
    [Trait("Requirement", "R-01")]
    public async Task R_01_a_call_that_waits_for_ClickUps_limit_says_so_while_it_waits()
    {
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "1"], Limit.Short);
        await using var server = ChildProcess.Start(
            ServerBinary.Path,
            ["stdio"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_TEST",
                ["CLICKUP_API_BASE_URL"] = sandbox.Address.ToString(),
            }
        );
        await WriteAsync(
            """{"jsonrpc":"2.0","id":1,"method":"initialize","params":{"protocolVersion":"2025-11-25","capabilities":{},"clientInfo":{"name":"test","version":"1"}}}"""
        );
        await WriteAsync(Call(2));
        await server.WaitForLineAsync(line => line.Contains("\"id\":2", StringComparison.Ordinal), Limit.Short);
        await WriteAsync(Call(3));

        var progress = await server.WaitForLineAsync(
            line => line.Contains("notifications/progress", StringComparison.Ordinal),
            Limit.Short
        );

        var parameters = JsonElement.Parse(progress).GetProperty("params");
        parameters.GetProperty("progressToken").GetInt32().ShouldBe(3);
        parameters.GetProperty("message").GetString()!.ShouldStartWith("Waiting for ClickUp's rate limit");
        server.Output.ShouldNotContain("\"id\":3,");

        static string Call(int id) =>
            $$$$"""{"jsonrpc":"2.0","id":{{{{id}}}},"method":"tools/call","params":{"name":"get_current_user","arguments":{},"_meta":{"progressToken":{{{{id}}}}}}}""";

        async Task WriteAsync(string line)
        {
            await server.Input.WriteAsync(Encoding.UTF8.GetBytes($"{line}\n"), Limit.Short);
            await server.Input.FlushAsync(Limit.Short);
        }
    }

    [Fact]
    [Trait("Promise", "PA-19")]
    [Trait("Requirement", "L-02")]
    public async Task L_02_stdout_carries_only_JSON_RPC_however_much_is_logged_and_audited()
    {
        var state = Directory.CreateTempSubdirectory();
        await using var client = StdioClient.Start(
            ServerBinary.Path,
            ["stdio", "--sandbox", "--log-level=debug", "--audit=stderr"],
            new Dictionary<string, string?> { ["XDG_STATE_HOME"] = state.FullName }
        );
        await client.InitializeAsync(Limit.Short);
        await client.RequestAsync("tools/list", null, Limit.Short);
        await client.CallAsync("get_workspace", null, Limit.Short);
        await client.SendAsync("tools/call", new JsonObject { ["name"] = "no_such_tool" }, Limit.Short);
        await client.SendAsync("no/such/method", null, Limit.Short);
        await client.WriteLineAsync("this is no JSON", Limit.Short);
        await client.RequestAsync("ping", null, Limit.Short);
        await client.CloseAsync(Limit.Short);

        client.Lines.Count.ShouldBeGreaterThanOrEqualTo(6);
        foreach (var line in client.Lines)
        {
            JsonElement.Parse(line).GetProperty("jsonrpc").GetString().ShouldBe("2.0");
        }
    }

    [Fact]
    public async Task Without_a_key_the_tools_are_listed_and_a_call_explains_what_is_missing()
    {
        await using var client = ServerBinary.Start("stdio");
        await client.InitializeAsync(Limit.Short);
        var list = await client.RequestAsync("tools/list", null, Limit.Short);
        list.GetProperty("tools").GetArrayLength().ShouldBeGreaterThanOrEqualTo(30);

        var reply = await client.CallAsync("get_current_user", null, Limit.Short);

        reply.IsError.ShouldBeTrue();
        reply.Text.ShouldContain("CLICKUP_API_KEY");
    }

    [Fact]
    public async Task Calls_in_flight_at_once_are_all_answered()
    {
        await using var client = ServerBinary.Start("stdio", "--sandbox");
        await client.InitializeAsync(Limit.Short);

        var replies = await Task.WhenAll(
            Enumerable.Range(0, 32).Select(_ => client.CallAsync("get_current_user", null, Limit.Short))
        );

        replies.ShouldAllBe(reply => !reply.IsError);
    }

    [Fact]
    public async Task What_a_call_writes_another_call_reads()
    {
        await using var client = ServerBinary.Start("stdio", "--sandbox");
        await client.InitializeAsync(Limit.Short);
        var arguments = SpecTool.All.Single(t => t.Name == "create_task").Examples[0].DeepClone().AsObject();
        arguments["name"] = "Written by one call, read by another";

        (await client.CallAsync("create_task", arguments, Limit.Short)).IsError.ShouldBeFalse();

        var found = await client.CallAsync(
            "get_workspace_tasks",
            new JsonObject { ["query"] = "Written by one call" },
            Limit.Short
        );
        found.Text.ShouldContain("Written by one call, read by another");
    }
}
