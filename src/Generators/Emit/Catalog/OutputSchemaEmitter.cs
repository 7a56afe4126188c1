using ClickUpMcp.Generators.Model;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what the fields of a shape are in structured content, and which shape a tool's output has.</summary>
/// <remarks>
/// The literal is the shape's, so that tools share it and editing a shape regenerates no tool; nothing of it is touched
/// unless output schemas are asked for.
/// </remarks>
internal static class OutputSchemaEmitter
{
    private const string Type = RuntimeNames.Tools + "Catalog.OutputSchema";

    /// <summary>The class whose members are the literals, one for each shape.</summary>
    public const string ClassName = "ShapeSchemas";

    /// <summary>Emits the fields of one shape as the <c>properties</c> of a JSON Schema.</summary>
    public static void EmitShape(SourceWriter writer, ShapeModel shape)
    {
        using (writer.Open($"internal static partial class {ClassName}"))
        {
            writer.Line(XmlDoc.Summary($"The fields of {shape.Name} as properties of a JSON Schema."));
            writer.Line(
                $"public static {RuntimeNames.ReadOnlySpan}<byte> {CSharpNames.Pascal(shape.Name)} => {CSharpLiterals.Utf8Json(Properties(shape))};"
            );
        }
    }

    /// <summary>Emits the member that says what a tool's structured content is.</summary>
    public static void EmitTool(SourceWriter writer, ToolModel tool)
    {
        writer.Line(XmlDoc.Summary("What its structured content is; the default when it has none."));
        string value = tool.Response is { Shape: { } shape } response
            ? $"new({RuntimeNames.Tools}{ClassName}.{CSharpNames.Pascal(shape)}, isList: {CSharpLiterals.Boolean(response.IsList)})"
            : "default";
        writer.Line($"public static {Type} OutputSchema => {value};");
    }

    /// <summary>The signature of the catalogue's look-up.</summary>
    public const string Lookup = Type + " OutputSchema(int index)";

    /// <summary>The properties: at full detail only the raw item, else those fields that have a value.</summary>
    internal static string Properties(ShapeModel shape)
    {
        JsonText json = new JsonText().BeginObject();
        WriteType(json.Name("raw"), "object");
        foreach (ShapeFieldModel field in shape.Fields)
        {
            WriteField(
                json.Name(field.Name),
                FieldTypes.Of((FieldKind)Enum.Parse(typeof(FieldKind), field.Kind), field.From)
            );
        }

        return json.EndObject().ToString();
    }

    private static void WriteField(JsonText json, FieldType type)
    {
        switch (type)
        {
            case FieldType.Texts:
                json.BeginObject().Name("type").String("array").Name("items");
                WriteType(json, "string");
                json.EndObject();
                break;
            case FieldType.Number:
                WriteType(json, "number");
                break;
            case FieldType.Boolean:
                WriteType(json, "boolean");
                break;
            default:
                WriteType(json, "string");
                break;
        }
    }

    private static void WriteType(JsonText json, string type) =>
        json.BeginObject().Name("type").String(type).EndObject();
}
