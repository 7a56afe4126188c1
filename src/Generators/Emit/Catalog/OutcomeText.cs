using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Turns the spec's outcome sentence with its <c>{argument}</c> placeholders into an expression.</summary>
internal static class OutcomeText
{
    public static string Expression(ToolModel tool, string outcome)
    {
        List<string> parts = [];
        int position = 0;
        while (position < outcome.Length)
        {
            int open = outcome.IndexOf('{', position);
            int close = open < 0 ? -1 : outcome.IndexOf('}', open);
            if (close < 0)
            {
                break;
            }

            Add(parts, outcome.Substring(position, open - position));
            string name = outcome.Substring(open + 1, close - open - 1);
            parts.Add(Argument(tool, name) ?? CSharpLiterals.String($"{{{name}}}"));
            position = close + 1;
        }

        Add(parts, outcome.Substring(position));
        return parts.Count == 0 ? "\"\"" : string.Join(" + ", parts);
    }

    private static void Add(List<string> parts, string literal)
    {
        // The first part makes the whole sum a string, whatever type follows.
        if (literal.Length > 0 || parts.Count == 0)
        {
            parts.Add(CSharpLiterals.String(literal));
        }
    }

    private static string? Argument(ToolModel tool, string name)
    {
        if (name == Bindings.Workspace)
        {
            return "arguments.Workspace?.Text";
        }

        ArgumentModel? argument = tool.Arguments.FirstOrDefault(a => a.Name == name);
        if (argument is null || !RecordEmitter.IsProperty(argument.Role))
        {
            return null;
        }

        BoundValue value = BoundValue.OfMember(ArgumentNames.Arguments(tool.Name), "arguments", argument);
        string dot = value.MayBeNull ? "?." : ".";
        return value.Type.Kind switch
        {
            TypeKind.Entity or TypeKind.Date or TypeKind.Comment => $"{value.Expression}{dot}Text",
            TypeKind.Boolean when value.MayBeNull =>
                $"({value.Expression} switch {{ true => \"true\", false => \"false\", null => \"\" }})",
            TypeKind.Boolean => $"({value.Expression} ? \"true\" : \"false\")",
            TypeKind.Array => List(value),
            TypeKind.Object or TypeKind.File => null,
            _ => value.Expression,
        };
    }

    private static string List(BoundValue value)
    {
        TypeModel item = CSharpTypes.Item(value.Type);
        string text = item.Kind is TypeKind.Entity or TypeKind.Date or TypeKind.Comment
            ? "item.Text"
            : "item.ToString()";
        return $"string.Join(\", \", global::System.Linq.Enumerable.Select({value.Expression} ?? [], static item => {text}))";
    }
}
