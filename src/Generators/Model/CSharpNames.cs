using System.Text;
using Microsoft.CodeAnalysis.CSharp;

namespace ClickUpMcp.Generators.Model;

/// <summary>How names of the spec are written in C#.</summary>
internal static class CSharpNames
{
    /// <summary>snake_case to PascalCase: <c>get_task</c> becomes <c>GetTask</c>; a leading digit gets an underscore.</summary>
    public static string Pascal(string name)
    {
        StringBuilder text = new(name.Length + 1);
        bool startsWord = true;
        foreach (char character in name)
        {
            if (!IsAsciiLetterOrDigit(character))
            {
                startsWord = true;
                continue;
            }

            if (text.Length == 0 && char.IsDigit(character))
            {
                text.Append('_');
            }

            text.Append(startsWord ? char.ToUpperInvariant(character) : character);
            startsWord = false;
        }

        return text.Length == 0 ? "_" : text.ToString();
    }

    /// <summary>snake_case to camelCase for locals and parameters, keywords behind an at-sign.</summary>
    public static string Camel(string name)
    {
        string pascal = Pascal(name);
        string camel = char.ToLowerInvariant(pascal[0]) + pascal.Substring(1);
        bool isKeyword = SyntaxFacts.GetKeywordKind(camel) != SyntaxKind.None || camel == "await";
        return isKeyword ? "@" + camel : camel;
    }

    private static bool IsAsciiLetterOrDigit(char character) =>
        character is (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');
}
