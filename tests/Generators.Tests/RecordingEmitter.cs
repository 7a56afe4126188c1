using ClickUpMcp.Generators.Emit;

namespace ClickUpMcp.Generators.Tests;

/// <summary>An emitter whose files are the models as text, so that tests of the pipeline depend on nothing else.</summary>
internal static class RecordingEmitter
{
    public static EmitterSet Set { get; } =
        new(
            tool => [new EmittedFile($"{tool.Name}.g.cs", $"// {tool}")],
            entity => new EmittedFile($"entity.{entity.Kind}.g.cs", $"// {entity}"),
            entities => [new EmittedFile("entities.g.cs", $"// {entities}")],
            set => new EmittedFile($"set.{set.Name}.g.cs", $"// {set}"),
            shape => new EmittedFile($"shape.{shape.Name}.g.cs", $"// {shape}"),
            index => [new EmittedFile("catalog.g.cs", $"// {index}")]
        );
}
