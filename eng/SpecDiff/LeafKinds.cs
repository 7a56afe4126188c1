using System.Text.Json;
using ClickUpMcp.Generators.Leaves;
using ClickUpMcp.Generators.Model;
using ClickUpMcp.OpenApi;

namespace ClickUpMcp.SpecDiff;

/// <summary>What the values of the spec are on the wire.</summary>
internal static class LeafKinds
{
    public static OpenApiLeaf ToDocumented(RequestLeaf leaf)
    {
        var kinds = leaf.Binding?.Constant is { } constant ? OfConstant(constant) : OfValue(leaf);
        var isIdInQuery =
            leaf.Type?.Kind == TypeKind.Entity && leaf.Location.StartsWith("query.", StringComparison.Ordinal);
        if (isIdInQuery)
        {
            // Digits are digits there, whether the document calls them a number or a text.
            kinds |= JsonKinds.Text | JsonKinds.Number;
        }

        return leaf.IsArray
            ? new OpenApiLeaf(leaf.Location, JsonKinds.Array, kinds, leaf.Required)
            : new OpenApiLeaf(leaf.Location, kinds, ItemsOf(leaf.Type), leaf.Required);
    }

    private static JsonKinds OfConstant(string json) =>
        JsonElement.Parse(json).ValueKind switch
        {
            JsonValueKind.String => JsonKinds.Text,
            JsonValueKind.Number => JsonKinds.Number,
            JsonValueKind.True or JsonValueKind.False => JsonKinds.Boolean,
            JsonValueKind.Array => JsonKinds.Array,
            JsonValueKind.Object => JsonKinds.Object,
            _ => JsonKinds.None,
        };

    private static JsonKinds OfValue(RequestLeaf leaf) =>
        leaf.Binding?.Property switch
        {
            "isCustomId" or "hasTime" => JsonKinds.Boolean,
            "iso" or "joined" or BindingModel.IdText => JsonKinds.Text,
            "number" => JsonKinds.Number,
            _ => OfType(leaf.Type),
        };

    private static JsonKinds OfType(TypeModel? type) =>
        type?.Kind switch
        {
            TypeKind.String or TypeKind.Text => JsonKinds.Text,
            TypeKind.Boolean => JsonKinds.Boolean,
            TypeKind.Integer or TypeKind.Number or TypeKind.Date or TypeKind.Duration => JsonKinds.Number,
            TypeKind.Enum => type.Values.Aggregate(JsonKinds.None, (kinds, v) => kinds | OfConstant(v.WireJson)),
            TypeKind.Entity => type.IdIsNumber ? JsonKinds.Number : JsonKinds.Text,
            TypeKind.Array or TypeKind.Comment => JsonKinds.Array,
            TypeKind.Object => JsonKinds.Object,
            TypeKind.Json when type.Holds == "Object" => JsonKinds.Object,
            TypeKind.Json when type.Holds == "Objects" => JsonKinds.Array,
            _ => JsonKinds.Any,
        };

    private static JsonKinds ItemsOf(TypeModel? type) =>
        type is { Kind: TypeKind.Comment } or { Kind: TypeKind.Json, Holds: "Objects" }
            ? JsonKinds.Object
            : JsonKinds.None;
}
