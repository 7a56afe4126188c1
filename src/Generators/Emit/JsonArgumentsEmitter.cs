using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits how one argument record is written as JSON: the caller's names and words, absent values left out.</summary>
internal sealed class JsonArgumentsEmitter
{
    private readonly SourceWriter _writer = SourceWriter.ForFile();
    private readonly ToolModel _tool;
    private int _locals;

    private JsonArgumentsEmitter(ToolModel tool) => _tool = tool;

    public static string Emit(ToolModel tool) => new JsonArgumentsEmitter(tool).Emit();

    private string Emit()
    {
        string record = ArgumentNames.Arguments(_tool.Name);
        string info = $"{JsonContextEmitter.Metadata}JsonTypeInfo<{RuntimeNames.Tools}{record}>";
        string field = "_" + char.ToLowerInvariant(record[0]) + record.Substring(1);
        using (_writer.Open($"internal sealed partial class {JsonContextEmitter.ClassName}"))
        {
            _writer.Line($"private {info}? {field};").Line();
            _writer.Line($"public {info} {record} => {field} ??= Create<{RuntimeNames.Tools}{record}>(Write{record});");
            _writer.Line();
            EmitMethod(record, RuntimeNames.Tools + record, _tool.Arguments);
            foreach (TypeModel nested in CSharpTypes.Records(_tool.Arguments))
            {
                _writer.Line();
                EmitMethod(nested.Record ?? "", CSharpTypes.Record(nested), nested.Fields);
            }
        }

        return _writer.ToString();
    }

    private void EmitMethod(string record, string type, EquatableArray<ArgumentModel> arguments)
    {
        using SourceWriter.Block method = _writer.Open(
            $"private static void Write{record}({JsonContextEmitter.Json}Utf8JsonWriter writer, {type} value)"
        );
        _writer.Line("writer.WriteStartObject();");
        foreach (ArgumentModel argument in arguments)
        {
            EmitArgument(record, argument);
        }

        _writer.Line("writer.WriteEndObject();");
    }

    private void EmitArgument(string record, ArgumentModel argument)
    {
        switch (argument.Role)
        {
            case ArgumentRole.DetailLevel:
                string levels =
                    $"switch {{ {RuntimeNames.Projection}DetailLevel.Names => \"names\", {RuntimeNames.Projection}DetailLevel.Summary => \"summary\", _ => \"full\" }}";
                EmitPresent(
                    argument.Name,
                    "value.Output?.DetailLevel",
                    level => $"writer.WriteStringValue({level} {levels});"
                );
                break;
            case ArgumentRole.Fields:
                using (_writer.Open("if (value.Output is { Fields.Count: > 0 })"))
                {
                    EmitMember(argument.Name, argument.Type, "value.Output.Fields");
                }

                break;
            case ArgumentRole.Limit:
                EmitPresent(argument.Name, "value.Output?.Limit", static limit => $"writer.WriteNumberValue({limit});");
                break;
            case ArgumentRole.Cursor:
                EmitPresent(argument.Name, "value.Output?.Cursor", static text => $"writer.WriteStringValue({text});");
                break;
            case ArgumentRole.Workspace:
                EmitPresent(
                    argument.Name,
                    "value.Workspace",
                    static reference => $"writer.WriteStringValue({reference}.Text);"
                );
                break;
            case ArgumentRole.Clear:
                string clear = $"value.{ArgumentNames.Property(record, argument)}";
                using (_writer.Open($"if ({clear}.Count > 0)"))
                {
                    EmitMember(argument.Name, argument.Type, clear);
                }

                break;
            default:
                EmitDeclared(record, argument);
                break;
        }
    }

    private void EmitDeclared(string record, ArgumentModel argument)
    {
        BoundValue value = BoundValue.OfMember(record, "value", argument);
        if (!value.MayBeNull)
        {
            EmitMember(argument.Name, argument.Type, value.Expression);
            return;
        }

        string local = Local("value");
        using (_writer.Open($"if ({value.Expression} is {{ }} {local})"))
        {
            EmitMember(argument.Name, argument.Type, local);
        }
    }

    private void EmitPresent(string name, string expression, Func<string, string> write)
    {
        string local = Local("value");
        using (_writer.Open($"if ({expression} is {{ }} {local})"))
        {
            _writer.Line($"writer.WritePropertyName({CSharpLiterals.String(name)}u8);");
            _writer.Line(write(local));
        }
    }

    private void EmitMember(string name, TypeModel type, string expression)
    {
        _writer.Line($"writer.WritePropertyName({CSharpLiterals.String(name)}u8);");
        EmitValue(type, expression);
    }

    private void EmitValue(TypeModel type, string expression)
    {
        switch (type.Kind)
        {
            case TypeKind.Array:
                string item = Local("item");
                _writer.Line("writer.WriteStartArray();");
                using (_writer.Open($"foreach (var {item} in {expression})"))
                {
                    EmitValue(CSharpTypes.Item(type), item);
                }

                _writer.Line("writer.WriteEndArray();");
                break;
            case TypeKind.Object:
                _writer.Line($"Write{type.Record}(writer, {expression});");
                break;
            case TypeKind.Json:
                _writer.Line($"{expression}.WriteTo(writer);");
                break;
            case TypeKind.Boolean:
                _writer.Line($"writer.WriteBooleanValue({expression});");
                break;
            case TypeKind.Integer or TypeKind.Duration or TypeKind.Number:
                _writer.Line($"writer.WriteNumberValue({expression});");
                break;
            case TypeKind.Date or TypeKind.Entity or TypeKind.Comment:
                _writer.Line($"writer.WriteStringValue({expression}.Text);");
                break;
            default:
                _writer.Line($"writer.WriteStringValue({expression});");
                break;
        }
    }

    private string Local(string prefix) => $"{prefix}_{++_locals}";
}
