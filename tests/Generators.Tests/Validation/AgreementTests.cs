using System.Text.Json;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Tests.Emit;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>What an emitted validator accepts is what its published schema accepts, by the word of ajv.</summary>
public sealed class AgreementTests
{
    private const int Tools = 125;
    private const int CallsPerTool = 200;
    private const int Seed = 20260717;

    [Fact]
    public async Task Emitted_validators_and_ajv_agree_on_random_schemas_and_calls()
    {
        RandomTools random = new(Seed);
        ToolModel[] tools =
        [
            .. Enumerable
                .Range(0, int.MaxValue)
                .Select(random.Next)
                .Where(static t => !t.Internal)
                .Take(Tools)
                .Select(Comparable),
        ];
        InstanceSource source = new(Seed);
        (string Schema, string[] Calls)[] cases =
        [
            .. tools.Select(tool =>
                (SchemaOf(tool), Enumerable.Range(0, CallsPerTool).Select(_ => source.Next(tool)).ToArray())
            ),
        ];
        EmittedBinders binders = new(tools);

        IReadOnlyList<bool[]> ajv = await Ajv.ValidateAsync(
            cases.Select(static c => (c.Schema, (IReadOnlyList<string>)c.Calls)),
            TestContext.Current.CancellationToken
        );

        ajv.Count.ShouldBe(Tools);
        int accepted = 0;
        int refused = 0;
        int explained = 0;
        List<string> disagreements = [];
        for (int tool = 0; tool < Tools; tool++)
        {
            ajv[tool].Length.ShouldBe(CallsPerTool);
            for (int call = 0; call < CallsPerTool; call++)
            {
                string arguments = cases[tool].Calls[call];
                IReadOnlyList<string> problems = binders.FindProblems(tool, arguments);
                switch (ajv[tool][call], problems.Count == 0)
                {
                    case (true, true):
                        accepted++;
                        break;
                    case (false, false):
                        refused++;
                        break;
                    case (true, false) when Strictness.Explains(problems):
                        explained++;
                        break;
                    default:
                        disagreements.Add(
                            $"schema: {cases[tool].Schema}\ncall: {arguments}\n"
                                + $"ajv: {(ajv[tool][call] ? "accepts" : "refuses")}; ours: {string.Join(" | ", problems)}"
                        );
                        break;
                }
            }
        }

        disagreements.Count.ShouldBe(0, string.Join("\n\n", disagreements.Take(5)));
        TestContext.Current.SendDiagnosticMessage($"{accepted} accepted, {refused} refused, {explained} explained");
        // Both verdicts must be common, and our own reasons rare, or agreement would say little.
        accepted.ShouldBeGreaterThan(7000);
        refused.ShouldBeGreaterThan(7000);
        explained.ShouldBeLessThan(1500);
    }

    // Rules across arguments and the names of a shape's fields are no part of a schema.
    private static ToolModel Comparable(ToolModel tool) =>
        tool with
        {
            Rules = default,
            Response = tool.Response is { } response ? response with { Shape = null } : null,
        };

    private static string SchemaOf(ToolModel tool)
    {
        using JsonDocument definition = JsonDocument.Parse(ToolDefinition.Of(tool).Json);
        return definition.RootElement.GetProperty("inputSchema").GetRawText();
    }
}
