using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Tests.Emit;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>What an emitted validator accepts is what its published schema accepts, by the word of ajv.</summary>
public sealed class AgreementTests
{
    private const int Seed = 20260717;
    private const int RandomCount = 100;
    private const int CallsOfRandom = 200;
    private const int CallsOfSmall = 1000;

    private readonly List<string> _disagreements = [];
    private int _accepted;
    private int _refused;
    private int _explained;

    [Fact]
    public async Task Emitted_validators_and_ajv_agree_on_random_schemas_and_calls()
    {
        RandomTools random = new(Seed);
        ToolModel[] tools =
        [
            .. SmallTools.All,
            .. Enumerable
                .Range(0, int.MaxValue)
                .Select(random.Next)
                .Where(static tool => !tool.Internal)
                .Take(RandomCount)
                .Select(Comparable),
        ];
        string[] schemas = [.. tools.Select(SchemaOf)];
        string[][] calls = [.. tools.Select(CallsOf)];
        EmittedBinders binders = new(tools);

        IReadOnlyList<bool[]> ajv = await Ajv.ValidateAsync(
            schemas.Zip(calls, static (schema, instances) => (schema, (IReadOnlyList<string>)instances)),
            TestContext.Current.CancellationToken
        );

        ajv.Select(static verdicts => verdicts.Length).ShouldBe(calls.Select(static c => c.Length));
        for (int tool = 0; tool < tools.Length; tool++)
        {
            for (int call = 0; call < calls[tool].Length; call++)
            {
                string arguments = calls[tool][call];
                Compare(schemas[tool], arguments, ajv[tool][call], binders.FindProblems(tool, arguments));
            }
        }

        _disagreements.Count.ShouldBe(0, string.Join("\n\n", _disagreements.Take(5)));
        // Both verdicts must be common, and reasons of our own rare, or agreement would say little.
        string counts = $"{_accepted} accepted, {_refused} refused, {_explained} explained";
        _accepted.ShouldBeGreaterThan(10_000, counts);
        _refused.ShouldBeGreaterThan(10_000, counts);
        _explained.ShouldBeLessThan(2_000, counts);
    }

    private void Compare(string schema, string arguments, bool isValid, IReadOnlyList<string> problems)
    {
        bool isAccepted = problems.Count == 0;
        if (isValid && !isAccepted && Strictness.Explains(problems))
        {
            _explained++;
        }
        else if (isValid != isAccepted)
        {
            string verdicts =
                $"ajv: {(isValid ? "accepts" : "refuses")}; ours: {(isAccepted ? "accepts" : string.Join(" | ", problems))}";
            _disagreements.Add($"schema: {schema}\narguments: {arguments}\n{verdicts}");
        }
        else if (isAccepted)
        {
            _accepted++;
        }
        else
        {
            _refused++;
        }
    }

    // Rules across arguments and the names of a shape's fields are no part of a schema.
    private static ToolModel Comparable(ToolModel tool) =>
        tool with
        {
            Rules = default,
            Response = tool.Response is { } response ? response with { Shape = null } : null,
        };

    private static string SchemaOf(ToolModel tool) => ToolDefinition.Contract(tool);

    private static string[] CallsOf(ToolModel tool, int index)
    {
        InstanceSource source = new(Seed + index);
        int count = tool.Name.StartsWith(SmallTools.Prefix, StringComparison.Ordinal) ? CallsOfSmall : CallsOfRandom;
        return [.. Enumerable.Range(0, count).Select(_ => source.Next(tool))];
    }
}
