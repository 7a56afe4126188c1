using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# names of one tool's parts.</summary>
internal static class ArgumentNames
{
    // Names that emitted methods need themselves.
    private static readonly HashSet<string> Locals =
    [
        "arguments",
        "body",
        "builder",
        "cancellationToken",
        "context",
        "output",
        "reader",
    ];

    /// <summary>The record of a handler's arguments once names are ids and dates are instants.</summary>
    public static string Resolved(string tool) => "Resolved" + CSharpNames.Pascal(tool);

    public static string Arguments(string tool) => CSharpNames.Pascal(tool) + "Arguments";

    public static string Tool(string tool) => CSharpNames.Pascal(tool) + "Tool";

    /// <summary>The property of <paramref name="record"/> that holds an argument; C# forbids it the record's own name.</summary>
    public static string Property(string record, ArgumentModel argument)
    {
        string name = CSharpNames.Pascal(argument.Name);
        return name == record ? name + "_" : name;
    }

    /// <summary>The local or parameter that holds an argument; the underscore keeps it apart, as no name of the spec ends in one.</summary>
    public static string Local(string argument)
    {
        string name = CSharpNames.Camel(argument);
        return Locals.Contains(name) ? name + "_" : name;
    }
}
