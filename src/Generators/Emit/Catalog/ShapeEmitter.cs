using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits a shape behind a holder of its own, so that touching one initialises no other.</summary>
internal static class ShapeEmitter
{
    private const string Definition = RuntimeNames.Projection + "ShapeDefinition";

    /// <summary>How other emitted code names a shape.</summary>
    public static string Reference(string shape) => $"{RuntimeNames.Tools}Shapes.{CSharpNames.Pascal(shape)}";

    public static string Emit(ShapeModel shape)
    {
        string name = CSharpNames.Pascal(shape.Name);
        SourceWriter writer = SourceWriter.ForFile();
        using (writer.Open("internal static partial class Shapes"))
        {
            writer.Line($"/// <summary>The shape <c>{shape.Name}</c>.</summary>");
            writer.Line($"public static {Definition} {name} => {name}Holder.Value;");
            writer.Line();
            using (writer.Open($"private static class {name}Holder"))
            {
                writer.Line($"internal static readonly {Definition} Value = new(");
                using (writer.Indent())
                {
                    EmitArguments(writer, shape);
                }
            }
        }

        writer.Line();
        OutputSchemaEmitter.EmitShape(writer, shape);
        return writer.ToString();
    }

    private static void EmitArguments(SourceWriter writer, ShapeModel shape)
    {
        writer.Line(CSharpLiterals.String(shape.Name) + ",");
        writer.Line(CSharpLiterals.String(shape.Plural) + ",");
        writer.Line("[");
        using (writer.Indent())
        {
            foreach (ShapeFieldModel field in shape.Fields)
            {
                string maximum = field.MaxLength > 0 ? ", " + CSharpLiterals.Integer(field.MaxLength) : "";
                writer.Line(
                    $"new({CSharpLiterals.String(field.Name)}, {CSharpLiterals.String(field.From)}, {RuntimeNames.Projection}FieldKind.{field.Kind}, {RuntimeNames.Projection}DetailLevel.{field.Level}{maximum}){Members(field)},"
                );
            }
        }

        string author = shape.Author is { } by ? $" {{ Author = {AuthorEmitter.Of(by)} }}" : "";
        writer.Line($"]){author};");
    }

    private static string Members(ShapeFieldModel field)
    {
        string[] members =
        [
            .. Text("Label", field.Label),
            .. Text("Entity", field.Entity),
            .. Texts("Pair", field.Pair),
            .. field.IsMutual ? ["IsMutual = true"] : Array.Empty<string>(),
            .. Texts("Words", field.Words),
            .. Texts("Aliases", field.Aliases),
        ];
        return members.Length == 0 ? "" : $" {{ {string.Join(", ", members)} }}";
    }

    private static IEnumerable<string> Text(string name, string value) =>
        value.Length > 0 ? [$"{name} = {CSharpLiterals.String(value)}"] : [];

    private static IEnumerable<string> Texts(string name, EquatableArray<string> values) =>
        values.Count > 0 ? [$"{name} = [{CSharpLiterals.Strings(values)}]"] : [];
}
