using System.Globalization;
using System.Text;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Reads the valid JSON text that the model keeps for constants and defaults.</summary>
internal static class JsonConstant
{
    public static bool IsNull(string json) => json.Trim() == "null";

    public static bool IsArray(string json) => json.TrimStart().StartsWith("[", StringComparison.Ordinal);

    /// <summary>The content of a string; any other value as it is written.</summary>
    public static string Text(string json)
    {
        string text = json.Trim();
        return text.Length > 1 && text[0] == '"' ? Unescape(text) : text;
    }

    /// <summary>The items of an array, each as JSON text; a value that is no array is its own only item.</summary>
    public static IReadOnlyList<string> Items(string json)
    {
        string text = json.Trim();
        if (!IsArray(text))
        {
            return [text];
        }

        List<string> items = [];
        int depth = 0;
        bool isInString = false;
        int start = 1;
        for (int i = 0; i < text.Length; i++)
        {
            char character = text[i];
            if (isInString)
            {
                i += character == '\\' ? 1 : 0;
                isInString = character != '"';
                continue;
            }

            isInString = character == '"';
            depth += character is '[' or '{' ? 1 : 0;
            bool endsItem = depth == 1 && character is ',' or ']';
            depth -= character is ']' or '}' ? 1 : 0;
            if (endsItem && (character == ',' || depth == 0))
            {
                AddItem(items, text.Substring(start, i - start));
                start = i + 1;
            }
        }

        return items;
    }

    private static void AddItem(List<string> items, string item)
    {
        string trimmed = item.Trim();
        if (trimmed.Length > 0)
        {
            items.Add(trimmed);
        }
    }

    private static string Unescape(string quoted)
    {
        StringBuilder text = new(quoted.Length);
        for (int i = 1; i < quoted.Length - 1; i++)
        {
            if (quoted[i] != '\\')
            {
                text.Append(quoted[i]);
                continue;
            }

            i++;
            if (quoted[i] == 'u')
            {
                text.Append(
                    (char)int.Parse(quoted.Substring(i + 1, 4), NumberStyles.HexNumber, CultureInfo.InvariantCulture)
                );
                i += 4;
            }
            else
            {
                text.Append(Simple(quoted[i]));
            }
        }

        return text.ToString();
    }

    private static char Simple(char escape) =>
        escape switch
        {
            'b' => '\b',
            'f' => '\f',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            _ => escape,
        };
}
