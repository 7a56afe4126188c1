using System.Reflection;
using ClickUpMcp.Tests;

namespace Architecture.Tests;

/// <summary>The namespaces of the server use each other as <see cref="LayerTable"/> says, and no other way.</summary>
[Trait("Writes", "files")]
public sealed class LayerTests
{
    private const string Root = "ClickUpMcp.";

    /// <summary>The other projects, each of which counts as one.</summary>
    private static readonly string[] Projects = ["Text", "Outside", "Sandbox", "Storage", "Authorization"];

    private static readonly List<Reference> References =
    [
        .. ReferenceFinder.In(Assembly.Load("clickup-mcp")).Where(r => NameOf(r.From) is not null),
    ];

    /// <summary>Every pair of namespaces of which the first uses the second.</summary>
    private static readonly HashSet<(string From, string To)> Used =
    [
        .. References
            .Select(r => (From: NameOf(r.From)!, To: NameOf(r.To)!))
            .Where(use => use.To is not null && use.To != use.From),
    ];

    [Fact]
    public void Every_namespace_has_one_row()
    {
        var names = LayerTable.Layers.Select(layer => layer.Name).ToList();

        names.ShouldBeUnique();
        References
            .Select(r => NameOf(r.From)!)
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void A_namespace_uses_what_its_row_names_and_nothing_else()
    {
        var named = LayerTable.Layers.SelectMany(layer => layer.Uses.Select(to => (layer.Name, to))).ToList();
        HashSet<(string, string)> allowed = [.. named, .. LayerTable.Upward.Select(up => (up.From, up.To))];

        named.ShouldBeUnique();
        Used.Except(allowed).SelectMany(Examples).ShouldBeEmpty("No row of LayerTable allows these uses.");
        allowed.Except(Used).ShouldBeEmpty("LayerTable allows what is not used: remove it.");
    }

    [Fact]
    public void Every_row_uses_only_rows_before_it()
    {
        HashSet<string> before = [.. Projects];
        foreach (var layer in LayerTable.Layers)
        {
            layer
                .Uses.Except(before)
                .ShouldBeEmpty($"{layer.Name} uses what stands after it: a cycle, or a wrong order.");
            before.Add(layer.Name);
        }
    }

    [Fact]
    public void Every_upward_use_closes_a_cycle_and_stays_within_its_types()
    {
        foreach (var up in LayerTable.Upward)
        {
            up.Reason.ShouldNotBeEmpty();
            LayerGraph
                .Below(up.To)
                .ShouldContain(up.From, $"{up.From} may use {up.To} without a reason: make it a row.");
            if (up.Types.Length > 0)
            {
                References
                    .Where(r => NameOf(r.From) == up.From && NameOf(r.To) == up.To)
                    .Select(r => r.To.Name)
                    .Distinct()
                    .Order(StringComparer.Ordinal)
                    .ShouldBe(up.Types.Order(StringComparer.Ordinal));
            }
        }
    }

    [Fact]
    public void The_committed_picture_shows_the_table() =>
        GeneratedFile.ShouldMatch(LayerPicture.Draw(), "docs", "architecture.svg");

    [Fact]
    public void Handlers_never_see_HTTP_or_sockets() =>
        References
            .Where(r => NameOf(r.From) == "Tools.Handlers")
            .Where(r => r.To.Namespace?.StartsWith("System.Net", StringComparison.Ordinal) == true)
            .ShouldBeEmpty();

    [Fact]
    public void The_protocol_never_sees_how_its_messages_come() =>
        References
            .Where(r => NameOf(r.From)!.StartsWith("Protocol", StringComparison.Ordinal))
            .Where(r =>
                r.To.Namespace is { } space
                && (
                    space.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal)
                    || space.StartsWith("System.Net", StringComparison.Ordinal)
                    || space.StartsWith("System.IO", StringComparison.Ordinal)
                )
            )
            .ShouldBeEmpty();

    [Fact]
    public void The_finder_sees_what_only_the_code_of_a_method_uses()
    {
        References.ShouldNotBeEmpty();
        ReferenceFinder
            .In(typeof(LayerTests).Assembly)
            .ShouldContain(new Reference(typeof(LayerTests), typeof(ReferenceFinder)));
    }

    private static IEnumerable<Reference> Examples((string From, string To) use) =>
        References.Where(r => NameOf(r.From) == use.From && NameOf(r.To) == use.To).Take(3);

    /// <summary>The namespace after ours; null for what is not ours and for what compilers add.</summary>
    private static string? NameOf(Type type) =>
        type.Namespace is { } space
            ? space.StartsWith(Root, StringComparison.Ordinal)
                ? Projects.FirstOrDefault(name => space.StartsWith(Root + name, StringComparison.Ordinal))
                    ?? space[Root.Length..]
                : null
            : type.Name == "Program"
                ? type.Name
                : null;
}
