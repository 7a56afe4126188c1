using ClickUpMcp.Generators.Emit;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.Generators.Spec;
using ClickUpMcp.Tools.Binding;

namespace ClickUpMcp.Generators.Tests.Emit;

/// <summary>Whether a caller could send a default.</summary>
internal static class DefaultLimits
{
    public static bool Allow(TypeModel type, string json) =>
        type.Kind switch
        {
            TypeKind.String or TypeKind.Text => AllowsText(type, JsonConstant.Text(json)),
            TypeKind.Integer or TypeKind.Number => !(
                (type.Minimum is { } minimum && NumberText.Compare(json, minimum) < 0)
                || (type.Maximum is { } maximum && NumberText.Compare(json, maximum) > 0)
            ),
            _ => true,
        };

    private static bool AllowsText(TypeModel type, string text) =>
        text.Length >= (type.MinLength ?? 0)
        && text.Length <= (type.MaxLength ?? int.MaxValue)
        && StringFormats.Matches(type.Format, text);
}
