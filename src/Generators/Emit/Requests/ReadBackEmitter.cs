using ClickUpMcp.Api;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Emits what a response to a write is expected to show.</summary>
internal static class ReadBackEmitter
{
    public static void Emit(SourceWriter writer, Operation operation)
    {
        if (operation.Request.Existing is { } existing)
        {
            writer.Line($"builder.Existing({CSharpLiterals.String(existing)});");
        }

        if (operation.Request.ReadBack is not { } readBack)
        {
            return;
        }

        foreach (ReadBackFieldModel field in readBack.Fields)
        {
            string kind = $"{RuntimeNames.Api}{nameof(ReadBackKind)}.{field.Kind}";
            if (field.Sent is { } sent)
            {
                writer.Line($"builder.Shows({CSharpLiterals.Strings([field.Argument, sent, field.Shown])}, {kind});");
            }
            else if (BoundValue.Of(operation, new BindingModel(null, field.Argument, null)) is { } value)
            {
                writer.Line(
                    $"builder.ShowsValue({CSharpLiterals.String(field.Argument)}, {value.Sent}, {CSharpLiterals.String(field.Shown)}, {kind});"
                );
            }
        }

        if (readBack.From is { } from)
        {
            string arguments = string.Join(
                ", ",
                readBack.With.Select(static name => $"{ArgumentNames.Local(name)}: {ArgumentNames.Local(name)}")
            );
            writer.Line($"builder.ReadBackBy({CSharpNames.Pascal(from)}({arguments}));");
        }
    }
}
