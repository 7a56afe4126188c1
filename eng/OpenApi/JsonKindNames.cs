namespace ClickUpMcp.OpenApi;

/// <summary>Names kinds of JSON values.</summary>
public static class JsonKindNames
{
    private static readonly (JsonKinds Kind, string Name)[] Names =
    [
        (JsonKinds.Text, "string"),
        (JsonKinds.Number, "number"),
        (JsonKinds.Boolean, "boolean"),
        (JsonKinds.Object, "object"),
    ];

    /// <summary>As in <c>string or number</c> and <c>array of string</c>.</summary>
    public static string Of(JsonKinds kinds, JsonKinds items)
    {
        if (kinds is JsonKinds.Any or JsonKinds.None)
        {
            return "any";
        }

        List<string> names = [.. Names.Where(name => kinds.HasFlag(name.Kind)).Select(name => name.Name)];
        if (kinds.HasFlag(JsonKinds.Array))
        {
            names.Add(items == JsonKinds.None ? "array" : $"array of {Of(items, JsonKinds.None)}");
        }

        return string.Join(" or ", names);
    }
}
