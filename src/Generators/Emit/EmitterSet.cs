using System.Collections.Immutable;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>The functions that turn models into C#; a seam, so that tests can see a failing emitter reported.</summary>
internal sealed record EmitterSet(
    Func<ToolModel, ImmutableArray<EmittedFile>> Tool,
    Func<EntityModel, EmittedFile> Entity,
    Func<EquatableArray<EntityModel>, ImmutableArray<EmittedFile>> Entities,
    Func<ArgumentSetModel, EmittedFile> ArgumentSet,
    Func<ShapeModel, EmittedFile> Shape,
    Func<CatalogIndexModel, ImmutableArray<EmittedFile>> Catalog
)
{
    public static EmitterSet Default { get; } =
        new(
            SpecEmitter.EmitTool,
            SpecEmitter.EmitEntity,
            SpecEmitter.EmitEntities,
            SpecEmitter.EmitArgumentSet,
            SpecEmitter.EmitShape,
            SpecEmitter.EmitCatalog
        );
}
