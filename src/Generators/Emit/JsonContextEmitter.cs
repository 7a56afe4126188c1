using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the JSON context that writes argument records; its properties come from <see cref="JsonArgumentsEmitter"/>.</summary>
/// <remarks>Generators do not see each other's output, so System.Text.Json's own cannot do this.</remarks>
internal static class JsonContextEmitter
{
    public const string ClassName = "ToolArgumentsJsonContext";
    public const string Json = "global::System.Text.Json.";
    public const string Metadata = Json + "Serialization.Metadata.";

    public static string Emit(CatalogIndexModel index)
    {
        SourceWriter writer = SourceWriter.ForFile();
        writer.Line(XmlDoc.Summary("Writes the canonical JSON of a call's arguments; it cannot read."));
        using (writer.Open($"internal sealed partial class {ClassName} : {Json}Serialization.JsonSerializerContext"))
        {
            writer.Line($"private static readonly {Json}JsonSerializerOptions Defaults = new();").Line();
            writer.Line($"public static {ClassName} Default {{ get; }} = new();").Line();
            writer.Line($"private {ClassName}() : base(new {Json}JsonSerializerOptions(Defaults)) {{ }}").Line();
            writer.Line($"protected override {Json}JsonSerializerOptions? GeneratedSerializerOptions => Defaults;");
            writer.Line();
            EmitLookup(writer, index);
            writer.Line();
            EmitCreate(writer);
        }

        return writer.ToString();
    }

    private static void EmitLookup(SourceWriter writer, CatalogIndexModel index)
    {
        using SourceWriter.Block method = writer.Open(
            $"public override {Metadata}JsonTypeInfo? GetTypeInfo(global::System.Type type)"
        );
        foreach (ToolIndexModel tool in index.Tools.Where(static tool => !tool.IsStub))
        {
            string name = ArgumentNames.Arguments(tool.Name);
            using (writer.Open($"if (type == typeof({RuntimeNames.Tools}{name}))"))
            {
                writer.Line($"return {name};");
            }

            writer.Line();
        }

        writer.Line("return null;");
    }

    // With only a SerializeHandler there is no per-property metadata to keep in the executable.
    private static void EmitCreate(SourceWriter writer)
    {
        using SourceWriter.Block method = writer.Open(
            $"private {Metadata}JsonTypeInfo<T> Create<T>(global::System.Action<{Json}Utf8JsonWriter, T> write) where T : class"
        );
        writer.Line(
            $"var info = {Metadata}JsonMetadataServices.CreateObjectInfo<T>(Options, new {Metadata}JsonObjectInfoValues<T> {{ SerializeHandler = write }});"
        );
        writer.Line("info.OriginatingResolver = this;");
        writer.Line("return info;");
    }
}
