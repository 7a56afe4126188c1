using System.Reflection;

namespace Architecture.Tests;

/// <summary>Layers point one way only; the table says what each one may know of ours.</summary>
public sealed class LayerTests
{
    private const string Root = "ClickUpMcp";

    /// <summary>A request is built from references, so Api knows what one is; how it gets its id is Resolution's.</summary>
    private static readonly string[] KnownToApi =
    [
        "ClickUpMcp.Resolution.EntityReference",
        "ClickUpMcp.Resolution.EntityKind",
        "ClickUpMcp.Resolution.EntityNoun",
    ];

    private static readonly Dictionary<string, string[]> MayKnow = new()
    {
        ["Errors"] = [],
        ["Values"] = ["Errors"],
        ["RateLimiting"] = ["Errors"],
        ["Projection"] = ["Errors", "Values"],
        ["Api"] = ["Errors", "Values", "RateLimiting", "Projection"],
        ["Resolution"] = ["Errors", "Values", "RateLimiting", "Projection", "Api"],
        ["Tools"] = ["Errors", "Values", "RateLimiting", "Projection", "Api", "Resolution"],
    };

    private static readonly List<Reference> References = [.. ReferenceFinder.In(Assembly.Load("clickup-mcp"))];

    public static TheoryData<string> Layers() => [.. MayKnow.Keys];

    [Theory]
    [MemberData(nameof(Layers))]
    public void A_layer_knows_only_the_layers_below_it(string layer)
    {
        var wrong = References
            .Where(reference => LayerOf(reference.From) == layer)
            .Where(reference => LayerOf(reference.To) is { } to && to != layer && !MayKnow[layer].Contains(to))
            .Where(reference => layer != "Api" || !KnownToApi.Contains(reference.To.FullName))
            .ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Handlers_never_see_HTTP_or_sockets()
    {
        var wrong = References
            .Where(reference =>
                reference.From.Namespace?.StartsWith("ClickUpMcp.Tools.Handlers", StringComparison.Ordinal) == true
            )
            .Where(reference =>
                reference.To.Namespace is { } space && (space.StartsWith("System.Net", StringComparison.Ordinal))
            )
            .ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_server_knows_no_more_of_the_sandbox_than_how_to_start_it()
    {
        var wrong = References
            .Where(reference =>
                reference.To.Namespace?.StartsWith("ClickUpMcp.Sandbox", StringComparison.Ordinal) == true
            )
            .Where(reference =>
                reference.From.Namespace?.StartsWith("ClickUpMcp.Sandbox", StringComparison.Ordinal) != true
            )
            .Where(reference => LayerOf(reference.From) is { } from && MayKnow.ContainsKey(from))
            .ToList();

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void The_finder_sees_what_only_the_code_of_a_method_uses()
    {
        References.Where(r => r.From.Assembly.GetName().Name == "clickup-mcp").ShouldNotBeEmpty();
        ReferenceFinder
            .In(typeof(LayerTests).Assembly)
            .ShouldContain(new Reference(typeof(LayerTests), typeof(ReferenceFinder)));
    }

    /// <summary>The part of the namespace after ours, or null for a type that is not ours or has none.</summary>
    private static string? LayerOf(Type type) =>
        type.Namespace?.Split('.') is [Root, var layer, ..] && layer != "Sandbox" ? layer : null;
}
