using ClickUpMcp.Driver;
using EndToEnd.Tests.Support;

namespace EndToEnd.Tests;

/// <summary>Every example of every tool, held against ClickUp's own OpenAPI document by Prism in front of the sandbox.</summary>
public sealed class ContractTests
{
    private const string Document = "prism-v2.json";

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
        var environment = new Dictionary<string, string?>
        {
            ["CLICKUP_API_KEY"] = "pk_1_CONTRACT",
            ["CLICKUP_API_BASE_URL"] = prism.Address.ToString(),
        };

        List<string> problems = [];
        foreach (var example in examples)
        {
            await sandbox.ResetAsync(Limit.Short);
            var (before, seen) = (prism.Violations.Count, prism.Requests);
            var done = await ChildProcess.RunAsync(
                ServerBinary.Path,
                ["call", example.Tool, example.Arguments],
                environment,
                cancellationToken: Limit.Short
            );

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
}
