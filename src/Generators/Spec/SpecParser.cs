using System.Collections.Immutable;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Turns all spec files together into models and diagnostics.</summary>
internal static class SpecParser
{
    public static SpecResult Parse(ImmutableArray<SpecFile> files)
    {
        if (files.IsEmpty)
        {
            return new SpecResult(null, default, default);
        }

        var bag = new DiagnosticBag();
        SpecFile[] sorted = [.. files.OrderBy(f => f.Path, StringComparer.Ordinal)];
        bag.AddRange(sorted.SelectMany(f => f.Diagnostics));
        bool isComplete = Array.TrueForAll(sorted, f => f.Content is not null);
        ToolFileParser[] toolFiles =
        [
            .. sorted.Where(f => f is { IsRoot: false, Content: not null }).Select(f => new ToolFileParser(f, bag)),
        ];
        RootSpec root = WithShapes(ParseRoot(sorted, bag), toolFiles, isComplete, bag);
        var catalog = new CatalogChecker(root, bag);
        foreach (ToolFileParser file in toolFiles)
        {
            catalog.Add(file.Parse(root));
        }

        CatalogModel model = catalog.Complete(isComplete);
        return new SpecResult(
            model,
            bag.Diagnostics.Distinct()
                .OrderBy(d => d.Path, StringComparer.Ordinal)
                .ThenBy(d => d.Span.Start)
                .ToEquatableArray(),
            catalog.HandlerUses()
        );
    }

    // The root's come first, so that of two with one name the tools file's is the second.
    private static RootSpec WithShapes(RootSpec root, ToolFileParser[] toolFiles, bool isComplete, DiagnosticBag bag)
    {
        IReadOnlyList<JsonMember>?[] members = [root.ShapeMembers, .. toolFiles.Select(f => f.ShapeMembers)];
        bool knowsAll = isComplete && Array.TrueForAll(members, m => m is not null);
        var parser = new ShapeParser(root.Entities, knowsAll, bag);
        return root with { Shapes = parser.Parse(members.SelectMany(m => m ?? [])), KnowsAllShapes = knowsAll };
    }

    private static RootSpec ParseRoot(SpecFile[] files, DiagnosticBag bag)
    {
        SpecFile[] roots = [.. files.Where(f => f.IsRoot)];
        if (roots.Length == 0)
        {
            var source = new JsonSource(files[0].Path, "");
            bag.Report(Descriptors.MissingRoot, source, new TextSpan(0, 0));
            return new RootSpec();
        }

        foreach (SpecFile second in roots.Skip(1).Where(f => f.Content is not null))
        {
            bag.Report(Descriptors.SecondRoot, second.Content!.Source, new TextSpan(second.Content.Span.Start, 1));
        }

        return roots[0].Content is { } content ? new RootParser(bag).Parse(content) : new RootSpec();
    }
}
