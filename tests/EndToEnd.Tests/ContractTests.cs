using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>Every example of every tool, held against ClickUp's own OpenAPI document by Prism in front of the sandbox.</summary>
public sealed class ContractTests
{
    private const string Document = "prism-v2.json";

    /// <summary>ClickUp's document describes their answer only while a timer runs.</summary>
    private static readonly string[] NeedRunningTimer = ["get_current_time_entry", "stop_time_entry"];

    [Fact]
    public async Task Every_request_and_answer_of_every_example_keeps_ClickUps_document()
    {
        var document = PrismProxy.FindDocument(Document);
        Assert.SkipWhen(
            document is null,
            $"{Document} is neither beside the repository nor in the folder CLICKUP_API_DOCS."
        );
        var examples = SpecExample.All();
        examples.ShouldAllBe(example => !example.UsesV3, "this test speaks to one document, and that is v2's");
        await using var sandbox = await SandboxProcess.StartAsync(ServerBinary.Path, ["--rate", "0"], Limit.Short);
        await using var prism = await PrismProxy.StartAsync(document!, sandbox.Address, Limit.Long);

        List<string> problems = [];
        foreach (var example in examples)
        {
            await sandbox.ResetAsync(Limit.Short);
            var (before, seen) = (prism.Violations.Count, prism.Requests);
            if (NeedRunningTimer.Contains(example.Tool))
            {
                var started = await CallAsync(examples.First(e => e.Tool == "start_time_entry"), sandbox.Address);
                started.ExitCode.ShouldBe(0, started.Everything);
            }

            var done = await CallAsync(example, prism.Address);
            problems.AddRange(prism.Violations.Skip(before).Select(violation => $"{example}\n  {violation}"));
            if (done.ExitCode != 0)
            {
                problems.Add($"{example}\n  {done.Everything}");
            }

            if (prism.Requests == seen)
            {
                problems.Add($"{example}\n  sent no request");
            }
        }

        examples.ShouldNotBeEmpty();
        problems.ShouldBeEmpty(string.Join('\n', problems));
    }

    private static Task<CompletedProcess> CallAsync(SpecExample example, Uri clickUp) =>
        ChildProcess.RunAsync(
            ServerBinary.Path,
            ["call", example.Tool, example.Arguments],
            new Dictionary<string, string?>
            {
                ["CLICKUP_API_KEY"] = "pk_1_CONTRACT",
                ["CLICKUP_API_BASE_URL"] = clickUp.ToString(),
            },
            cancellationToken: Limit.Short
        );
}
