using ClickUpMcp.Generators.Model;

namespace ClickUpMcp.Generators.Emit;

/// <summary>C# names of one tool's parts, kept clear of the names that records and emitted methods need themselves.</summary>
internal static class ArgumentNames
{
    private static readonly HashSet<string> s_recordMembers =
    [
        "Clone",
        "EqualityContract",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ReferenceEquals",
        "ResolveAsync",
        "ToString",
    ];

    private static readonly HashSet<string> s_locals =
    [
        "arguments",
        "cancellationToken",
        "context",
        "output",
        "reader",
        "workspace",
    ];

    public static string Arguments(string tool) => CSharpNames.Pascal(tool) + "Arguments";

    public static string Tool(string tool) => CSharpNames.Pascal(tool) + "Tool";

    /// <summary>The property of <paramref name="record"/> that holds an argument.</summary>
    public static string Property(string record, ArgumentModel argument)
    {
        string name = CSharpNames.Pascal(argument.Name);
        bool isTaken =
            s_recordMembers.Contains(name)
            || name == record
            || (name == "Output" && argument.Role == ArgumentRole.Declared);
        return isTaken ? name + "_" : name;
    }

    /// <summary>The local or parameter that holds an argument; an underscore cannot come from a spec name.</summary>
    public static string Local(ArgumentModel argument)
    {
        string name = CSharpNames.Camel(argument.Name);
        return s_locals.Contains(name) && argument.Role != ArgumentRole.Workspace ? name + "_" : name;
    }
}
