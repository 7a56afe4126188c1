using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits query parameters, single values and lists of them; absent values and <c>clear</c> leave no trace in a query.</summary>
internal sealed class QueryEmitter(SourceWriter writer)
{
    private int _locals;

    public void Emit(Operation operation, QueryModel parameter)
    {
        string name = CSharpLiterals.String(parameter.Name);
        if (parameter.Value.Constant is { } constant)
        {
            writer.Line($"builder.Query({name}, {CSharpLiterals.String(JsonConstant.Text(constant))});");
        }
        else if (BoundValue.Of(operation, parameter.Value) is { } value)
        {
            EmitValue(name, value);
        }
    }

    private void EmitValue(string name, BoundValue value)
    {
        switch (value.Type.Kind)
        {
            case TypeKind.Enum:
                writer.Line($"builder.Query({name}, {EnumWire.Text(value.Type, value.Expression, value.MayBeNull)});");
                break;
            case TypeKind.Array when !HasListOverload(CSharpTypes.Item(value.Type)):
                string item = $"item_{++_locals}";
                using (writer.Open($"foreach (var {item} in {value.Expression} ?? [])"))
                {
                    EmitValue(name, new BoundValue(CSharpTypes.Item(value.Type), item, MayBeNull: false));
                }

                break;
            default:
                writer.Line($"builder.Query({name}, {value.Sent});");
                break;
        }
    }

    /// <summary>Whether builder and body writer take a whole list of such items.</summary>
    public static bool HasListOverload(TypeModel item) =>
        item.Kind is TypeKind.String or TypeKind.Text or TypeKind.Integer or TypeKind.Duration
        || (item.Kind == TypeKind.Enum && EnumWire.IsIdentity(item));
}
