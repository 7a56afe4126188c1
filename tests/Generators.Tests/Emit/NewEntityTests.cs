using System.Reflection;
using System.Text.Json.Nodes;
using ClickUpMcp.Driver;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>A kind of thing that the product does not know is an entry in the spec, and no C#.</summary>
public sealed class NewEntityTests
{
    private const string Entity = """
        {
          "noun": "iteration",
          "listing": { "operation": "read_sprints", "in": ["space", "workspace"], "idForm": "digits", "sigil": "~" }
        }
        """;

    private const string Operation = """
        {
          "name": "read_sprints",
          "category": "workspace",
          "internal": true,
          "arguments": { "space": { "entity": "space" } },
          "requests": [
            { "when": "space", "operation": "GetSprints", "api": "v2", "method": "GET", "path": "/space/{space}/sprint" },
            { "operation": "GetAllSprints", "api": "v2", "method": "GET", "path": "/team/{workspace}/sprint" }
          ],
          "response": {
            "shape": "year_sprint",
            "list": true,
            "path": "years[].sprints",
            "pagination": { "style": "cursor", "parameter": "after", "next": "next" }
          }
        }
        """;

    private const string Shape = """{ "plural": "sprints", "fields": { "id": { "kind": "id" } } }""";

    // The layers up to the one that resolves names, from source: they refer to the emitted kinds.
    private static readonly string[] Layers = ["Errors", "Values", "RateLimiting", "Projection", "Api", "Resolution"];

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        """;

    private const string Probe = """
        #nullable enable
        using System.Text;
        using ClickUpMcp.Api;
        namespace ClickUpMcp.Resolution;
        public sealed class Probe : IClickUpClient
        {
            private readonly List<string> _sent = [];

            public static async Task<string> ResolveAsync(string name, string? space)
            {
                Probe probe = new();
                ResolverOptions options = new() { Workspace = "9012" };
                NameResolver resolver = new(new WorkspaceDirectory(probe, options, TimeProvider.System), options);
                EntityId[] within = space is null ? [] : [new EntityId(EntityKind.Space, space)];
                try
                {
                    EntityId id = await resolver.ResolveAsync(
                        new EntityReference(EntityKind.Sprint, name),
                        new ResolutionScope(null, within, false, new CallLookups()),
                        default);
                    return $"{id.Kind} {id.Value} {string.Join(' ', probe._sent)}".TrimEnd();
                }
                catch (Errors.ActionableException error)
                {
                    return error.What;
                }
            }

            ValueTask<ClickUpResponse> IClickUpClient.SendAsync(ClickUpRequest request, CancellationToken cancellationToken)
            {
                _sent.Add(request.PathAndQuery);
                string json = request.Query.Length == 0
                    ? "{\"years\":[{\"name\":\"2026\",\"sprints\":[{\"id\":1,\"name\":\"First\"}]}],\"next\":\"b\"}"
                    : "{\"years\":[{\"name\":\"2027\",\"sprints\":[{\"id\":\"2\",\"name\":\"~First\"}]}]}";
                return new(new ClickUpResponse(200, Encoding.UTF8.GetBytes(json)));
            }
        }
        """;

    // Without the product, whose types would be there twice.
    private static readonly MetadataReference[] References =
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(static path => Path.GetFileName(path) is not ("clickup-mcp.dll" or "ClickUpMcp.Text.dll"))
            .Select(static path => MetadataReference.CreateFromFile(path)),
    ];

    private static readonly Lazy<Func<string, string?, Task<string>>> Resolve = new(Build);

    [Theory]
    [InlineData("7", null, "Sprint 7")]
    [InlineData("~2027 / First", "90", "Sprint 2 /api/v2/space/90/sprint /api/v2/space/90/sprint?after=b")]
    [InlineData("2026 / first", null, "Sprint 1 /api/v2/team/9012/sprint /api/v2/team/9012/sprint?after=b")]
    [InlineData("first", "90", "2 iterations match \"first\".")]
    [InlineData("none", "90", "No iteration is named \"none\" in this space.")]
    public async Task It_is_resolved_by_the_listing_that_the_spec_gives(string name, string? space, string result) =>
        (await Resolve.Value(name, space)).ShouldBe(result);

    private static Func<string, string?, Task<string>> Build()
    {
        GeneratorRun run = GeneratorHarness.Run([.. Specs()], code: "");
        run.Diagnostics.Where(static d => !d.StartsWith("CUMCP400", StringComparison.Ordinal)).ShouldBeEmpty();
        IEnumerable<string> emitted = run.Sources.Values.Where(static source =>
            source.Contains("namespace ClickUpMcp.Api;", StringComparison.Ordinal)
            || source.Contains("namespace ClickUpMcp.Resolution;", StringComparison.Ordinal)
        );
        IEnumerable<string> written = Layers
            .Select(static layer => Repository.At("src", "Server", layer))
            .Append(Repository.At("src", "Text"))
            .SelectMany(static folder => Directory.EnumerateFiles(folder, "*.cs", SearchOption.AllDirectories))
            .Select(File.ReadAllText);
        CSharpParseOptions options = new(LanguageVersion.Latest);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "Sprints",
            [
                .. ((string[])[Usings, Probe, .. emitted, .. written]).Select(source =>
                    CSharpSyntaxTree.ParseText(source, options)
                ),
            ],
            References,
            new CSharpCompilationOptions(
                OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: NullableContextOptions.Enable
            )
        );
        Assembly assembly = EmittedCode.Load(compilation);
        return assembly
            .GetType("ClickUpMcp.Resolution.Probe", throwOnError: true)!
            .GetMethod("ResolveAsync")!
            .CreateDelegate<Func<string, string?, Task<string>>>();
    }

    private static IEnumerable<SpecText> Specs()
    {
        JsonNode root = JsonNode.Parse(Repository.Read("spec/clickup-tools.json"))!;
        root["entities"]!["sprint"] = JsonNode.Parse(Entity);
        root["shapes"]!["year_sprint"] = JsonNode.Parse(Shape);
        root["operations"]!["v2"]!.AsArray().Add("GetSprints");
        root["operations"]!["v2"]!.AsArray().Add("GetAllSprints");
        yield return new SpecText("spec/clickup-tools.json", root.ToJsonString());
        foreach (string file in Directory.EnumerateFiles(Repository.At("spec", "tools"), "*.json"))
        {
            JsonNode tools = JsonNode.Parse(File.ReadAllText(file))!;
            if (Path.GetFileName(file) == "workspace.json")
            {
                IEnumerable<JsonNode> entries = [.. tools["tools"]!.AsArray().Select(static tool => tool!.DeepClone())];
                tools["tools"] = new JsonArray([
                    .. entries
                        .Append(JsonNode.Parse(Operation)!)
                        .OrderBy(static tool => tool["name"]!.GetValue<string>(), StringComparer.Ordinal),
                ]);
            }

            yield return new SpecText($"spec/tools/{Path.GetFileName(file)}", tools.ToJsonString());
        }
    }
}
