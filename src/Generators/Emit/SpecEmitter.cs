using System.Collections.Immutable;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Turns models into C#.</summary>
internal static class SpecEmitter
{
    public static ImmutableArray<EmittedFile> EmitTool(ToolModel tool) => [];

    public static EmittedFile EmitShape(ShapeModel shape) => new("", "");

    public static ImmutableArray<EmittedFile> EmitCatalog(CatalogIndexModel index) => [];
}
