using ClickUpMcp.Driver;
using ClickUpMcp.Driver.Http;
using ClickUpMcp.Tests;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests.Http;

/// <summary>What hostile clients can make the native binary take, and that it gives it back.</summary>
public sealed class MemoryTests
{
    private const int Scale = 4;
    private const long MostKiB = 128 * 1024;
    private const double GivenBack = 1.3;

    public static TheoryData<string> Attacks => [.. Attack.All.Select(static attack => attack.Name)];

    [Theory]
    [MemberData(nameof(Attacks))]
    [Trait("Requirement", "H-05")]
    [Trait("Requirement", "T-02")]
    public async Task H_05_T_02_memory_is_bounded_under_attack_and_given_back(string name)
    {
        var attack = Attack.All.Single(attack => attack.Name == name);
        using var tokens = new TokenFile(("attacker", TokenFile.Anna));
        await using var clickUp = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var server = await HttpServerProcess.StartAsync(
            ServerBinary.Path,
            ["--tokens-file", tokens.Path, "--audit", "none"],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_BASE_URL"] = clickUp.Address.ToString(),
                ["CLICKUP_API_KEY"] = "pk_1_SERVER",
                ["CLICKUP_MCP_CALLS_PER_MINUTE"] = "0",
            },
            Limit.Short
        );
        var target = new AttackTarget(
            server.Address,
            $"Authorization: Bearer {TokenFile.Anna}\r\n",
            Scale,
            Limit.Of(TimeSpan.FromMinutes(3))
        );
        (await target.SendAsync(target.Request(McpCall.GetTask))).ShouldBe(200);
        (await target.SendAsync(target.Request(McpCall.List))).ShouldBe(200);
        var idle = ProcessMemory.Of(server.Process.Id).Resident;

        await attack.RunAsync(target);

        ProcessMemory.Of(server.Process.Id).Peak.ShouldBeLessThanOrEqualTo(MostKiB);
        (await target.SendAsync(target.Request(McpCall.GetTask))).ShouldBe(200);
        var patience = Limit.Of(TimeSpan.FromMinutes(2));
        while (ProcessMemory.Of(server.Process.Id).Resident > idle * GivenBack)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200), TimeProvider.System, patience);
        }
    }

    [Fact]
    [Trait("Requirement", "H-05")]
    public async Task H_05_over_stdio_a_long_line_takes_what_it_is_and_gives_it_back()
    {
        await using var server = ServerBinary.Start("--sandbox");
        await server.InitializeAsync(Limit.Short);
        await server.CallAsync("get_task", System.Text.Json.Nodes.JsonNode.Parse("""{"task":"DEV-1"}"""), Limit.Short);
        var idle = ProcessMemory.Of(server.ProcessId).Resident;
        var token = new string('t', 4_000_000);
        for (var i = 0; i < 20; i++)
        {
            var reply = await server.SendAsync(
                "tools/call",
                new System.Text.Json.Nodes.JsonObject
                {
                    ["name"] = "get_task",
                    ["_meta"] = new System.Text.Json.Nodes.JsonObject { ["progressToken"] = token },
                },
                Limit.Short
            );
            reply.TryGetProperty("error", out _).ShouldBeTrue();
        }

        await server.RequestAsync("ping", null, Limit.Short);
        var memory = ProcessMemory.Of(server.ProcessId);
        memory.Peak.ShouldBeLessThanOrEqualTo(MostKiB);
        ((double)memory.Resident).ShouldBeLessThanOrEqualTo(idle * GivenBack);
    }

    [Fact]
    public async Task Thousands_of_calls_one_by_one_leave_little_behind()
    {
        await using var server = ServerBinary.Start("--sandbox", "--calls-per-minute", "0");
        await server.InitializeAsync(Limit.Short);
        var task = System.Text.Json.Nodes.JsonNode.Parse("""{"task":"DEV-1"}""");
        for (var i = 0; i < 3000; i++)
        {
            (await server.CallAsync("get_task", task, Limit.Short)).IsError.ShouldBeFalse();
        }

        ProcessMemory.Of(server.ProcessId).Peak.ShouldBeLessThanOrEqualTo(48 * 1024);
    }
}
