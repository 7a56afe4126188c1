using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the kinds of things that callers name: their enum, what they are called, and what finds them.</summary>
internal static class EntityKindEmitter
{
    public const string FileName = "EntityKind.g.cs";

    private const string Resolution = "NameResolution";

    public static string Emit(EquatableArray<EntityModel> entities)
    {
        SourceWriter writer = SourceWriter.ForFile(RuntimeNames.ResolutionNamespace);
        writer.Line("/// <summary>The kinds of things that a caller may name instead of giving an id.</summary>");
        using (writer.Open("internal enum EntityKind"))
        {
            foreach (EntityModel entity in entities)
            {
                writer.Line($"{entity.Kind},");
            }
        }

        writer.Line();
        writer.Line("/// <summary>What a kind of thing is called in a sentence.</summary>");
        using (writer.Open("internal static class EntityNoun"))
        {
            EmitSwitch(writer, "string Of", entities, static entity => CSharpLiterals.String(entity.Noun));
            EmitSwitch(writer, "string Plural", entities, static entity => CSharpLiterals.String(entity.Plural));
        }

        writer.Line();
        writer.Line("/// <summary>What finds a thing of a kind by its name.</summary>");
        using (writer.Open("internal static class NameResolutions"))
        {
            EmitSwitch(writer, $"{Resolution} Of", entities, static entity => $"{Resolution}.{entity.Resolver}");
        }

        return writer.ToString();
    }

    private static void EmitSwitch(
        SourceWriter writer,
        string method,
        EquatableArray<EntityModel> entities,
        Func<EntityModel, string> value
    )
    {
        writer.Line($"public static {method}(EntityKind kind) =>");
        using (writer.Indent())
        {
            using (writer.Open("kind switch", "};"))
            {
                foreach (EntityModel entity in entities)
                {
                    writer.Line($"EntityKind.{entity.Kind} => {value(entity)},");
                }

                writer.Line(RuntimeNames.UnknownKind);
            }
        }

        writer.Line();
    }
}
