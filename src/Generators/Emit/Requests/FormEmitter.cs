using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the statements that write a multipart body.</summary>
internal static class FormEmitter
{
    public static void Emit(SourceWriter writer, Operation operation)
    {
        foreach (FormPartModel part in operation.Request.Form)
        {
            string name = CSharpLiterals.String(part.Name);
            string value = Value(operation, part.Value);
            writer.Line(
                part.FileName is { } fileName
                    ? $"builder.FormFile({name}, {Value(operation, fileName)}, {value});"
                    : $"builder.FormText({name}, {value});"
            );
        }
    }

    private static string Value(Operation operation, BindingModel binding) =>
        binding.Constant is { } constant
            ? CSharpLiterals.String(JsonConstant.Text(constant))
            : BoundValue.Of(operation, binding)?.Sent ?? "null";
}
