using ClickUpMcp.Generators.Diagnostics;
using ClickUpMcp.Generators.Json;
using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Spec;

/// <summary>Reads the single values of a request: a constant, <c>$argument</c>, <c>$argument.property</c>, or <c>$$literal</c>.</summary>
internal sealed class BindingParser(ToolArguments arguments, DiagnosticBag bag)
{
    /// <summary>Null when the reference is broken.</summary>
    public BindingModel? Parse(JsonValue value)
    {
        if (value.Kind != JsonKind.String || value.Text.Length == 0 || value.Text[0] != '$')
        {
            return new BindingModel(JsonWriter.Write(value), null, null);
        }

        if (value.Text.StartsWith("$$", StringComparison.Ordinal))
        {
            return new BindingModel(JsonWriter.Quote(value.Text.Substring(1)), null, null);
        }

        string[] parts = value.Text.Substring(1).Split(['.'], 2);
        if (arguments.FindBindable(parts[0]) is not { } argument)
        {
            string hint = Suggestion.For(parts[0], arguments.BindableNames);
            bag.Report(Descriptors.UnknownReference, value, parts[0], arguments.Tool, hint);
            return null;
        }

        arguments.MarkUsed(argument.Name);
        string? property = parts.Length == 2 ? parts[1] : null;
        bool known = property switch
        {
            null => true,
            "isCustomId" => argument.Type is { Kind: TypeKind.Entity, Entity: "Task" },
            "hasTime" or "iso" or "day" => argument.Type.Kind == TypeKind.Date,
            "joined" => argument.Type.Items?.Kind is TypeKind.String or TypeKind.Integer or TypeKind.Entity,
            "orEmpty" => argument.Type.Items?.Kind is TypeKind.String or TypeKind.Integer or TypeKind.Entity,
            "number" or BindingModel.IdText => argument.Type.Kind == TypeKind.Entity,
            _ => false,
        };
        if (!known)
        {
            bag.Report(Descriptors.UnknownProperty, value, argument.Name, property!);
            return null;
        }

        return new BindingModel(null, argument.Name, property);
    }
}
