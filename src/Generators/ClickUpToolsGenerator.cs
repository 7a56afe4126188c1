using System.Collections.Immutable;
using System.Text;
using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

namespace ClickUpMcp.Generators;

/// <summary>Turns the spec files of a project into typed tools.</summary>
/// <remarks>Models hold no positions, so that text that only moves regenerates nothing; diagnostics travel on their own.</remarks>
[Generator(LanguageNames.CSharp)]
public sealed class ClickUpToolsGenerator : IIncrementalGenerator
{
    // Those of one API, and those that serve any.
    private static readonly string[] HandlerNamespaces = ["ClickUpMcp.Tools.Handlers.", "ClickUpMcp.Tools.Discovery."];

    private readonly EmitterSet _emitters;

    public ClickUpToolsGenerator()
        : this(EmitterSet.Default) { }

    internal ClickUpToolsGenerator(EmitterSet emitters)
    {
        _emitters = emitters;
    }

    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<SpecResult> spec = context
            .AdditionalTextsProvider.Where(SpecFile.IsSpec)
            .Select(SpecFile.Read)
            .WithTrackingName(TrackingNames.Files)
            .Collect()
            .Select(static (files, _) => SpecParser.Parse(files))
            .WithTrackingName(TrackingNames.Spec);
        IncrementalValueProvider<CatalogModel?> catalog = spec.Select(static (result, _) => result.Catalog)
            .WithTrackingName(TrackingNames.Catalog);
        IncrementalValueProvider<EquatableArray<string>> handlers = FindHandlers(context, catalog);

        RegisterDiagnostics(context, spec, handlers);
        context.RegisterSourceOutput(
            catalog
                .SelectMany(static (c, _) => NamePlaces.Spread(c?.Tools ?? default, static tool => tool.Name))
                .SelectMany(static (place, _) => (IEnumerable<ToolModel>)place)
                .WithTrackingName(TrackingNames.Tools),
            (output, tool) => Emit(output, tool.Name, () => _emitters.Tool(tool))
        );
        context.RegisterSourceOutput(
            catalog
                .SelectMany(static (c, _) => (c?.Entities ?? default).Select(static e => e with { Listing = null }))
                .WithTrackingName(TrackingNames.Entities),
            (output, entity) => Emit(output, entity.Kind, () => [_emitters.Entity(entity)])
        );
        context.RegisterSourceOutput(
            catalog.Select(static (c, _) => c?.Entities ?? default).WithTrackingName(TrackingNames.EntityTable),
            (output, entities) =>
            {
                if (entities.Count > 0)
                {
                    Emit(output, "the entities", () => _emitters.Entities(entities));
                }
            }
        );
        context.RegisterSourceOutput(
            catalog
                .SelectMany(static (c, _) => (IEnumerable<ArgumentSetModel>)(c?.ArgumentSets ?? default))
                .WithTrackingName(TrackingNames.ArgumentSets),
            (output, set) => Emit(output, set.Name, () => [_emitters.ArgumentSet(set)])
        );
        context.RegisterSourceOutput(
            catalog
                .SelectMany(static (c, _) => NamePlaces.Spread(c?.Shapes ?? default, static shape => shape.Name))
                .SelectMany(static (place, _) => (IEnumerable<ShapeModel>)place)
                .WithTrackingName(TrackingNames.Shapes),
            (output, shape) => Emit(output, shape.Name, () => [_emitters.Shape(shape)])
        );
        context.RegisterSourceOutput(
            catalog
                .Combine(handlers)
                .Select(static (pair, _) => pair.Left is null ? null : CatalogIndex.Create(pair.Left, pair.Right))
                .WithTrackingName(TrackingNames.Index),
            (output, index) =>
            {
                if (index is not null)
                {
                    Emit(output, "the catalogue", () => _emitters.Catalog(index));
                }
            }
        );
    }

    // A node of its own: an edit of unrelated C# gives the same names, and everything after it stays cached.
    private static IncrementalValueProvider<EquatableArray<string>> FindHandlers(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<CatalogModel?> catalog
    ) =>
        catalog
            .Select(
                static (c, _) =>
                    (c?.Tools ?? default)
                        .Select(t => t.Handler)
                        .OfType<string>()
                        .Distinct()
                        .OrderBy(name => name, StringComparer.Ordinal)
                        .ToEquatableArray()
            )
            .Combine(context.CompilationProvider)
            .Select(
                static (pair, _) =>
                    pair
                        .Left.Select(name =>
                            HandlerNamespaces
                                .Select(space => space + name)
                                .FirstOrDefault(full => pair.Right.GetTypeByMetadataName(full) is not null)
                        )
                        .OfType<string>()
                        .ToEquatableArray()
            )
            .WithTrackingName(TrackingNames.Handlers);

    private static void RegisterDiagnostics(
        IncrementalGeneratorInitializationContext context,
        IncrementalValueProvider<SpecResult> spec,
        IncrementalValueProvider<EquatableArray<string>> handlers
    ) =>
        context.RegisterSourceOutput(
            spec.Combine(handlers)
                .Select(
                    static (pair, _) =>
                        pair
                            .Left.Diagnostics.Concat(
                                pair.Left.Handlers.Where(use =>
                                        !pair.Right.Any(name =>
                                            name.EndsWith("." + use.Handler, StringComparison.Ordinal)
                                        )
                                    )
                                    .Select(use => use.Missing)
                            )
                            .ToEquatableArray()
                )
                .WithTrackingName(TrackingNames.Diagnostics),
            static (output, diagnostics) =>
            {
                foreach (DiagnosticInfo diagnostic in diagnostics)
                {
                    output.ReportDiagnostic(diagnostic.ToDiagnostic());
                }
            }
        );

    // A failing emitter costs one thing its code, never the whole generator (CS8785).
    private static void Emit(SourceProductionContext output, string what, Func<ImmutableArray<EmittedFile>> emit)
    {
        try
        {
            foreach (EmittedFile file in emit())
            {
                if (file.HintName.Length > 0)
                {
                    output.AddSource(file.HintName, SourceText.From(file.Source, Encoding.UTF8));
                }
            }
        }
        catch (Exception exception) when (exception is not OperationCanceledException)
        {
            string message = exception.Message.Replace('\n', ' ').Replace('\r', ' ');
            output.ReportDiagnostic(
                Diagnostic.Create(Descriptors.EmissionFailed, Location.None, what, exception.GetType().Name, message)
            );
        }
    }
}
