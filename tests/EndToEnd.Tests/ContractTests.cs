using ClickUpMcp.Driver;
using ClickUpMcp.OpenApi;
using EndToEnd.Tests.Catalogue;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>Every example of every tool and many made calls, held against ClickUp's own OpenAPI documents by Prism in front of the sandbox.</summary>
public sealed class ContractTests
{
    private const int MadeCalls = 30;
    private const int UsualSeed = 20261125;

    private static readonly int FirstSeed = int.TryParse(
        Environment.GetEnvironmentVariable("CONTRACT_SEED"),
        out var given
    )
        ? given
        : UsualSeed;

    /// <summary>ClickUp's document describes their reply only while a timer runs.</summary>
    private static readonly string[] NeedRunningTimer = ["get_current_time_entry", "stop_time_entry"];

    /// <summary>
    /// ClickUp's document describes the time in status of its own two example tasks alone, and timers only while one runs; of what
    /// these tools send besides, the tools of single requests show it.
    /// </summary>
    private static readonly string[] BeyondTheDocument = ["get_sprint", "get_throughput_report", "get_workload"];

    /// <summary>Prism cannot pass a file through unharmed; UploadTests compares it byte by byte instead.</summary>
    private static readonly string[] Multipart = ["upload_attachment"];

    [Fact]
    public async Task Every_request_and_response_keeps_ClickUps_documents()
    {
        var document = PrismProxy.FindDocument();
        Assert.SkipWhen(document is null, OfficialDocuments.Absent);
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var prism = await PrismProxy.StartAsync(document!, sandbox.Address, Limit.Long);

        List<string> problems = [];
        var (made, sent) = (new Dictionary<string, int>(), new Dictionary<string, int>());
        foreach (var tool in SpecTool.All.Where(IsDescribed))
        {
            // One server a tool: no cache of an earlier call answers in ClickUp's place.
            await using var client = CatalogueServer.Start(prism.Address);
            await client.InitializeAsync(Limit.Short);
            var seed = FirstSeed + made.Count;
            ValidArguments source = new(seed);
            TestContext.Current.TestOutputHelper?.WriteLine($"{tool.Name}: seed {seed}");
            foreach (var call in tool.Examples.Concat(Enumerable.Range(0, MadeCalls).Select(_ => source.Next(tool))))
            {
                await sandbox.ResetAsync(Limit.Short);
                if (NeedRunningTimer.Contains(tool.Name))
                {
                    var timer = SpecTool.All.Single(t => t.Name == "start_time_entry");
                    (await client.CallAsync(timer.Name, timer.Examples[0], Limit.Short)).IsError.ShouldBeFalse();
                }

                // With --errors every violation, of the request or of the reply, is an error that the tool reports.
                var reply = await client.CallAsync(tool.Name, call, Limit.Short);
                if (reply.IsError)
                {
                    problems.Add($"{tool.Name}, seed {seed}: {call.ToJsonString()}\n  {reply.Text}");
                }

                sent[tool.Name] =
                    sent.GetValueOrDefault(tool.Name) + (await sandbox.LogAsync(Limit.Short)).GetArrayLength();

                made[tool.Name] = made.GetValueOrDefault(tool.Name) + 1;
            }
        }

        problems.AddRange(await prism.FindViolationsAsync(Limit.Short));
        problems.ShouldBeEmpty($"{problems.Count} problems\n{string.Join('\n', problems.Take(20))}");
        made.Values.ShouldAllBe(count => count > MadeCalls);
        sent.Where(tool => tool.Value == 0).ShouldBeEmpty();
    }

    private static bool IsDescribed(SpecTool tool) =>
        !tool.IsDiscovery
        && !Multipart.Contains(tool.Name)
        && !BeyondTheDocument.Contains(tool.Name)
        && !tool.NeedsTwoWorkspaces;
}
