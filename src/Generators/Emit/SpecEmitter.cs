using System.Collections.Immutable;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>The back half of the generator: models in, source files out; a pure function that never throws.</summary>
internal static class SpecEmitter
{
    /// <summary>The files of one entry: requests, and for a tool its arguments and itself.</summary>
    public static ImmutableArray<EmittedFile> EmitTool(ToolModel tool)
    {
        string arguments = $"{ArgumentNames.Arguments(tool.Name)}.g.cs";
        string listed = $"{ArgumentNames.Tool(tool.Name)}.g.cs";
        string operation = $"{Operation.ClassName}.{CSharpNames.Pascal(tool.Name)}.g.cs";
        string resolved = $"{ArgumentNames.Resolved(tool.Name)}.g.cs";
        ImmutableArray<EmittedFile>.Builder files = ImmutableArray.CreateBuilder<EmittedFile>();
        if (tool.IsStub)
        {
            files.Add(new EmittedFile(operation, StubEmitter.EmitOperation(tool)));
            if (!tool.Internal)
            {
                files.Add(new EmittedFile(arguments, StubEmitter.EmitArguments(tool)));
                files.Add(new EmittedFile(listed, StubEmitter.EmitTool(tool)));
            }

            if (tool.Handler is not null)
            {
                files.Add(new EmittedFile(resolved, StubEmitter.EmitResolved(tool)));
            }

            return files.ToImmutable();
        }

        if (tool.Requests.Count > 0)
        {
            files.Add(new EmittedFile(operation, OperationEmitter.Emit(tool)));
        }

        if (RecordEmitter.EmitResolved(tool) is { } records)
        {
            files.Add(new EmittedFile($"{CSharpNames.Pascal(tool.Name)}Values.g.cs", records));
        }

        if (tool.Internal)
        {
            return files.ToImmutable();
        }

        files.Add(new EmittedFile(arguments, RecordEmitter.Emit(tool)));
        if (tool.Requests.Count == 0)
        {
            files.Add(new EmittedFile(resolved, ResolvedRecordEmitter.Emit(tool)));
        }

        files.Add(new EmittedFile(listed, ToolClassEmitter.Emit(tool)));
        return files.ToImmutable();
    }

    /// <summary>The file of one kind of ids.</summary>
    public static EmittedFile EmitEntity(EntityModel entity) =>
        new($"{EntityIdEmitter.Name(entity.Kind)}.g.cs", EntityIdEmitter.Emit(entity));

    /// <summary>The files that know of all kinds of things.</summary>
    public static ImmutableArray<EmittedFile> EmitEntities(EquatableArray<EntityModel> entities) =>
        [
            new EmittedFile(EntityKindEmitter.FileName, EntityKindEmitter.Emit(entities)),
            new EmittedFile(ListedKindsEmitter.FileName, ListedKindsEmitter.Emit(entities)),
        ];

    /// <summary>The file of one argument set.</summary>
    public static EmittedFile EmitArgumentSet(ArgumentSetModel set) =>
        new($"{ArgumentSetEmitter.Name(set.Name)}.g.cs", ArgumentSetEmitter.Emit(set));

    /// <summary>The file of one shape.</summary>
    public static EmittedFile EmitShape(ShapeModel shape) =>
        new($"Shapes.{CSharpNames.Pascal(shape.Name)}.g.cs", ShapeEmitter.Emit(shape));

    /// <summary>The files that know of all tools.</summary>
    public static ImmutableArray<EmittedFile> EmitCatalog(CatalogIndexModel index) =>
        [
            new EmittedFile("ToolCatalog.g.cs", CatalogEmitter.Emit(index)),
            new EmittedFile("ToolCatalog.Search.g.cs", SearchEmitter.Emit(index.Search)),
            new EmittedFile("ToolCatalog.Prompts.g.cs", PromptEmitter.Emit(index.Prompts, CatalogEmitter.Names(index))),
            new EmittedFile("ToolCatalog.Resources.g.cs", ResourceEmitter.Emit(index.Resources)),
        ];
}
