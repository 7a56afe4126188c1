using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits the statements that write a multipart body.</summary>
internal static class FormEmitter
{
    public static void Emit(SourceWriter writer, ToolModel tool, RequestModel request)
    {
        foreach (FormPartModel part in request.Form)
        {
            string name = CSharpLiterals.String(part.Name);
            string value = Value(tool, part.Value);
            writer.Line(
                part.FileName is { } fileName
                    ? $"builder.FormFile({name}, {Value(tool, fileName)}, {value});"
                    : $"builder.FormText({name}, {value});"
            );
        }
    }

    private static string Value(ToolModel tool, BindingModel binding) =>
        binding.Constant is { } constant
            ? CSharpLiterals.String(JsonConstant.Text(constant))
            : BoundValue.Of(tool, binding)?.Expression ?? "null";
}
