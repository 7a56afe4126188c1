using System.Text.Json;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Tests.Emit;
using ClickUpMcp.Tests;

namespace ClickUpMcp.Generators.Tests.Validation;

/// <summary>What an emitted validator accepts is what its published schema accepts, by the word of ajv, of the plain form of a call.</summary>
public sealed class AgreementTests
{
    private const int Seed = 20260717;
    private const int RandomCount = 100;
    private const int CallsOfRandom = 200;
    private const int CallsOfSmall = 1000;

    private readonly List<string> _disagreements = [];
    private int _accepted;
    private int _converted;
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
        PlainForm plain = new(WiresOf(tools), static name => name.StartsWith('_'));
        string[][] plainCalls = [.. calls.Select((c, tool) => PlainFormsOf(plain, schemas[tool], c))];
        EmittedBinders binders = new(tools);

        IReadOnlyList<bool[]> ajv = await Ajv.ValidateAsync(
            schemas.Select((schema, tool) => (schema, (IReadOnlyList<string>)[.. calls[tool], .. plainCalls[tool]])),
            TestContext.Current.CancellationToken
        );

        ajv.Select(static verdicts => verdicts.Length).ShouldBe(calls.Select(static c => 2 * c.Length));
        for (int tool = 0; tool < tools.Length; tool++)
        {
            for (int call = 0; call < calls[tool].Length; call++)
            {
                Compare(
                    $"schema: {schemas[tool]}\narguments: {calls[tool][call]}\nplain: {plainCalls[tool][call]}",
                    (ajv[tool][call], ajv[tool][calls[tool].Length + call]),
                    binders.Bind(tool, calls[tool][call]),
                    binders.Bind(tool, plainCalls[tool][call])
                );
            }
        }

        _disagreements.Count.ShouldBe(0, string.Join("\n\n", _disagreements.Take(5)));
        // All verdicts must be common, and reasons of our own rare, or agreement would say little.
        string counts =
            $"{_accepted} accepted, {_converted} of them converted, {_refused} refused, {_explained} explained";
        _accepted.ShouldBeGreaterThan(10_000, counts);
        _converted.ShouldBeGreaterThan(3_000, counts);
        _refused.ShouldBeGreaterThan(10_000, counts);
        _explained.ShouldBeLessThan(2_000, counts);
    }

    private void Compare(string call, (bool AsSent, bool Plain) ajv, BoundCall bound, BoundCall plain)
    {
        if (ajv.AsSent && !ajv.Plain)
        {
            Disagree("a valid call has an invalid plain form");
        }
        else if (ajv.Plain && !bound.IsAccepted && Strictness.Explains(bound.Problems))
        {
            _explained++;
        }
        else if (ajv.Plain != bound.IsAccepted)
        {
            Disagree(
                $"ajv: {(ajv.Plain ? "accepts" : "refuses")}; ours: {(bound.IsAccepted ? "accepts" : string.Join(" | ", bound.Problems))}"
            );
        }
        else if (!bound.IsAccepted)
        {
            _refused++;
        }
        else if (bound.Canonical != plain.Canonical)
        {
            Disagree($"bound: {bound.Canonical}; plain: {plain.Canonical} {string.Join(" | ", plain.Problems)}");
        }
        else
        {
            _accepted++;
            _converted += ajv.AsSent ? 0 : 1;
        }

        void Disagree(string why) => _disagreements.Add($"{call}\n{why}");
    }

    private static string[] PlainFormsOf(PlainForm plain, string schema, string[] calls)
    {
        JsonElement definition = JsonElement.Parse(schema);
        return [.. calls.Select(call => plain.OfCall(definition, JsonElement.Parse(call)))];
    }

    /// <summary>For the labels of each enum: the label of each value that the API has.</summary>
    private static Dictionary<string, IReadOnlyDictionary<string, string>> WiresOf(IEnumerable<ToolModel> tools)
    {
        Dictionary<string, IReadOnlyDictionary<string, string>> wires = new(StringComparer.Ordinal);
        foreach (TypeModel type in tools.SelectMany(static t => t.Arguments).SelectMany(static a => EnumsOf(a.Type)))
        {
            string labels = string.Join('\n', type.Values.Select(static v => v.Label));
            wires[labels] = type
                .Values.Where(static v => v.WireJson != "null")
                .DistinctBy(static v => JsonConstant.Text(v.WireJson).ToLowerInvariant())
                .ToDictionary(static v => JsonConstant.Text(v.WireJson).ToLowerInvariant(), static v => v.Label);
        }

        return wires;
    }

    private static IEnumerable<TypeModel> EnumsOf(TypeModel type) =>
        type.Kind switch
        {
            TypeKind.Enum => [type],
            TypeKind.Array => EnumsOf(type.Items!),
            TypeKind.Object => type.Fields.SelectMany(static f => EnumsOf(f.Type)),
            _ => [],
        };

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
