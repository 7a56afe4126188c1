using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the statements that write a request's body.</summary>
internal sealed class BodyEmitter(SourceWriter writer, Operation operation)
{
    private readonly OperationParameter? _clear = operation.Parameters.FirstOrDefault(static p =>
        p.Argument.Role == ArgumentRole.Clear
    );
    private int _locals;
    private BoundValue? _item;

    /// <summary>Writes the root: a template object, or one argument that is the whole body.</summary>
    public void EmitRoot(BodyNodeModel root)
    {
        if (root.Kind == BodyNodeKind.Object)
        {
            foreach (BodyNodeModel child in root.Children)
            {
                EmitNode(child);
            }
        }
        else if (root.Kind == BodyNodeKind.Array)
        {
            writer.Line("body.RootArray();");
            EmitItemsOf(root);
        }
        else if (root.Value is { } binding && BoundValue.Of(operation, binding) is { } value)
        {
            // The parser lets only a json argument be a whole body.
            string local = Local("value");
            using (writer.Open($"if ({value.Expression} is {{ }} {local})"))
            {
                writer.Line($"body.RootValue({local});");
            }
        }
    }

    private void EmitNode(BodyNodeModel node)
    {
        string name = node.Name is null ? "null" : CSharpLiterals.String(node.Name);
        switch (node.Kind)
        {
            case BodyNodeKind.Value:
                EmitBinding(name, node.Value);
                break;
            case BodyNodeKind.Object:
                EmitChildren("Object", name, node);
                break;
            case BodyNodeKind.Array:
                EmitChildren("Array", name, node);
                break;
            case BodyNodeKind.Each when BoundValue.Of(operation, node.Value!) is { } list:
                using (EmitEmptied(name, node.Value!.Argument, list))
                {
                    writer.Line($"body.BeginArray({name});");
                    EmitItems(list, node.Children[0]);
                    writer.Line("body.EndArray();");
                }

                break;
            case BodyNodeKind.When:
                EmitWhen(node);
                break;
            case BodyNodeKind.Flags when BoundValue.Of(operation, node.Value!) is { } words:
                EmitFlags(words);
                break;
        }
    }

    private void EmitChildren(string kind, string name, BodyNodeModel node)
    {
        writer.Line($"body.Begin{kind}({name});");
        EmitItemsOf(node);
        writer.Line($"body.End{kind}();");
    }

    private void EmitItemsOf(BodyNodeModel node)
    {
        foreach (BodyNodeModel child in node.Children)
        {
            // Within an array, repeated items stand beside its other items.
            if (node.Kind == BodyNodeKind.Array && child.Kind == BodyNodeKind.Each)
            {
                EmitItems(BoundValue.Of(operation, child.Value!)!.Value, child.Children[0]);
            }
            else
            {
                EmitNode(child);
            }
        }
    }

    private void EmitWhen(BodyNodeModel node)
    {
        if (BoundValue.Of(operation, node.Value!) is not { MayBeNull: true } value)
        {
            EmitNode(node.Children[0]);
            return;
        }

        using (writer.Open($"if ({value.Expression} is not null)"))
        {
            EmitNode(node.Children[0]);
        }
    }

    private void EmitItems(BoundValue list, BodyNodeModel template)
    {
        string local = Local("item");
        using (writer.Open($"foreach (var {local} in {list.Expression} ?? [])"))
        {
            _item = new BoundValue(CSharpTypes.Item(list.Type), local, MayBeNull: false);
            EmitNode(template);
            _item = null;
        }
    }

    private void EmitFlags(BoundValue words)
    {
        string local = Local("word");
        using (writer.Open($"foreach (var {local} in {words.Expression} ?? [])"))
        {
            string name = EnumWire.Text(CSharpTypes.Item(words.Type), local, mayBeNull: false);
            writer.Line($"body.Constant({name}, \"true\");");
        }
    }

    private void EmitBinding(string name, BindingModel? binding)
    {
        if (binding?.Argument == BindingModel.Item && _item is { } item)
        {
            EmitValue(name, binding.Property == BindingModel.IdText ? item.AsIdText() : item);
            return;
        }

        if (binding?.Constant is { } constant)
        {
            writer.Line($"body.Constant({name}, {CSharpLiterals.String(constant)});");
        }
        else if (binding is not null && BoundValue.Of(operation, binding) is { } value)
        {
            EmitClearable(name, binding, value);
        }
    }

    private void EmitClearable(string name, BindingModel binding, BoundValue value)
    {
        ArgumentModel argument = operation.Find(binding.Argument)!.Argument;
        if (_clear is null || !binding.IsWholeValue || !argument.Clearable)
        {
            using (EmitEmptied(name, binding.Argument, value))
            {
                EmitValue(name, value);
            }

            return;
        }

        string clear = $"{_clear.Name}, {CSharpLiterals.String(argument.Name)}";
        if (argument.Cleared.Count == 0)
        {
            using (writer.Open($"if (!body.Cleared({name}, {clear}))"))
            {
                EmitValue(name, value);
            }

            return;
        }

        using (writer.Open($"if ({RuntimeNames.Api}JsonBodyWriter.IsCleared({clear}))"))
        {
            ClearedEmitter.Emit(writer, name, argument);
        }

        using (writer.Open("else"))
        {
            EmitValue(name, value);
        }
    }

    private void EmitValue(string name, BoundValue value)
    {
        if (value.KeepsEmpty)
        {
            // The writer leaves out arrays that stay empty.
            using (writer.Open($"if ({value.Expression} is not {{ Count: > 0 }})"))
            {
                writer.Line($"body.Constant({name}, \"[]\");");
            }

            using (writer.Open("else"))
            {
                EmitValue(name, value with { KeepsEmpty = false });
            }

            return;
        }

        TypeModel type = value.Type;
        switch (type.Kind)
        {
            case TypeKind.Enum when !EnumWire.IsIdentity(type):
                EmitEnum(name, value);
                break;
            case TypeKind.Object:
                EmitObject(name, value);
                break;
            case TypeKind.Entity when type.IdIsNumber:
                writer.Line($"body.Number({name}, {value.Sent}, {RuntimeNames.EntityKind}.{type.Entity});");
                break;
            case TypeKind.Array when !QueryEmitter.HasListOverload(CSharpTypes.Item(type)):
                EmitArray(name, value);
                break;
            default:
                writer.Line($"body.Value({name}, {value.Sent});");
                break;
        }
    }

    // A list that replaces another is sent when it is empty, too: it empties the other.
    private SourceWriter.Block? EmitEmptied(string name, string? argument, BoundValue value)
    {
        if (
            value.KeepsEmpty
            || value.Type.Kind != TypeKind.Array
            || operation.Request.ReadBack?.Replaces(argument) != true
        )
        {
            return null;
        }

        using (writer.Open($"if ({value.Expression} is {{ Count: 0 }})"))
        {
            writer.Line($"body.Constant({name}, \"[]\");");
        }

        return writer.Open("else");
    }

    private void EmitEnum(string name, BoundValue value)
    {
        if (!value.MayBeNull)
        {
            writer.Line($"body.Constant({name}, {EnumWire.Json(value.Type, value.Expression)});");
            return;
        }

        string local = Local("value");
        using (writer.Open($"if ({value.Expression} is {{ }} {local})"))
        {
            writer.Line($"body.Constant({name}, {EnumWire.Json(value.Type, local)});");
        }
    }

    private void EmitArray(string name, BoundValue value)
    {
        string item = Local("item");
        writer.Line($"body.BeginArray({name});");
        using (writer.Open($"foreach (var {item} in {value.Expression} ?? [])"))
        {
            EmitValue("null", new BoundValue(CSharpTypes.Item(value.Type), item, MayBeNull: false));
        }

        writer.Line("body.EndArray();");
    }

    private void EmitObject(string name, BoundValue value)
    {
        if (!value.MayBeNull)
        {
            EmitFields(name, value.Type, value.Expression);
            return;
        }

        string local = Local("value");
        using (writer.Open($"if ({value.Expression} is {{ }} {local})"))
        {
            EmitFields(name, value.Type, local);
        }
    }

    private void EmitFields(string name, TypeModel type, string instance)
    {
        writer.Line($"body.BeginObject({name});");
        foreach (ArgumentModel field in type.Fields)
        {
            string wire = CSharpLiterals.String(field.Wire.Length > 0 ? field.Wire : field.Name);
            EmitValue(wire, BoundValue.OfMember(ResolvedTypes.RecordName(type), instance, field));
        }

        writer.Line("body.EndObject();");
    }

    private string Local(string prefix) => $"{prefix}_{++_locals}";
}
