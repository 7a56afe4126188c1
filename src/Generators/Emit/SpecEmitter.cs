using System.Collections.Immutable;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>The back half of the generator: models in, source files out; a pure function that never throws.</summary>
internal static class SpecEmitter
{
    /// <summary>The files of one entry: arguments, request, and the tool itself when it is listed.</summary>
    public static ImmutableArray<EmittedFile> EmitTool(ToolModel tool)
    {
        string arguments = $"{ArgumentNames.Arguments(tool.Name)}.g.cs";
        string listed = $"{ArgumentNames.Tool(tool.Name)}.g.cs";
        string operation = $"{OperationEmitter.ClassName}.{CSharpNames.Pascal(tool.Name)}.g.cs";
        if (tool.IsStub)
        {
            return
            [
                new EmittedFile(arguments, StubEmitter.EmitArguments(tool)),
                new EmittedFile(listed, StubEmitter.EmitTool(tool)),
                new EmittedFile(operation, StubEmitter.EmitOperation(tool)),
            ];
        }

        ImmutableArray<EmittedFile>.Builder files = ImmutableArray.CreateBuilder<EmittedFile>();
        files.Add(new EmittedFile(arguments, RecordEmitter.Emit(tool)));
        if (tool.Requests.Count > 0)
        {
            files.Add(new EmittedFile(operation, OperationEmitter.Emit(tool)));
        }

        if (!tool.Internal)
        {
            files.Add(new EmittedFile(listed, ToolClassEmitter.Emit(tool)));
        }

        return files.ToImmutable();
    }

    /// <summary>The file of one shape.</summary>
    public static EmittedFile EmitShape(ShapeModel shape) =>
        new($"Shapes.{CSharpNames.Pascal(shape.Name)}.g.cs", ShapeEmitter.Emit(shape));

    /// <summary>The files that know of all tools.</summary>
    public static ImmutableArray<EmittedFile> EmitCatalog(CatalogIndexModel index) =>
        [
            new EmittedFile("ToolCatalog.g.cs", CatalogEmitter.Emit(index)),
            new EmittedFile("ToolCatalog.Search.g.cs", SearchEmitter.Emit(index.Search)),
        ];
}
