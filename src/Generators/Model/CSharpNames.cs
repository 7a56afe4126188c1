using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Model;

/// <summary>Turns names of the spec into names of C#.</summary>
internal static class CSharpNames
{
    // Members that the emitted records have already, by their interface or as records.
    private static readonly HashSet<string> Members =
    [
        "Given",
        "Output",
        "Workspace",
        "ResolveAsync",
        "WriteTo",
        "Clone",
        "Deconstruct",
        "EqualityContract",
        "Equals",
        "Finalize",
        "GetHashCode",
        "GetType",
        "MemberwiseClone",
        "PrintMembers",
        "ToString",
    ];

    /// <summary>The PascalCase name: <c>get_task</c> → <c>GetTask</c>, <c>2fa</c> → <c>_2fa</c>.</summary>
    public static string Pascal(string name)
    {
        var output = new StringBuilder(name.Length);
        bool upper = true;
        foreach (char c in name)
        {
            if (!char.IsAsciiLetterOrDigit(c))
            {
                upper = true;
                continue;
            }

            if (output.Length == 0 && c is >= '0' and <= '9')
            {
                output.Append('_');
            }

            output.Append(upper ? char.ToUpperInvariant(c) : c);
            upper = false;
        }

        return output.Length == 0 ? "_" : output.ToString();
    }

    /// <summary>The camelCase name of a parameter or local, keywords behind an at-sign: <c>list_id</c> → <c>listId</c>.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        string camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        bool isKeyword = SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None || camel == "await";
        return isKeyword ? "@" + camel : camel;
    }

    /// <summary>Whether this PascalCase name can be a type that the spec names (a record or a handler).</summary>
    public static bool IsTypeName(string name) =>
        name.Length is > 0 and <= 100 && name[0] is >= 'A' and <= 'Z' && name.All(char.IsAsciiLetterOrDigit);

    /// <summary>Whether emitted argument records already have a member of this PascalCase name.</summary>
    public static bool IsTakenMember(string pascal) => Members.Contains(pascal);
}
