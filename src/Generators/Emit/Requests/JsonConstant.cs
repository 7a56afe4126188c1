using System.Globalization;
using System.Text;

namespace ClickUpMcp.Generators.Emit;

/// <summary>Reads the compact, valid JSON text that the model keeps for constants and defaults.</summary>
internal static class JsonConstant
{
    public static bool IsString(string json) => json.Length > 1 && json[0] == '"';

    /// <summary>The content of a string; any other value as it is written.</summary>
    public static string Text(string json)
    {
        if (!IsString(json))
        {
            return json;
        }

        StringBuilder text = new(json.Length);
        for (int i = 1; i < json.Length - 1; i++)
        {
            if (json[i] != '\\')
            {
                text.Append(json[i]);
            }
            else if (json[++i] == 'u')
            {
                string code = json.Substring(i + 1, 4);
                text.Append((char)int.Parse(code, NumberStyles.HexNumber, CultureInfo.InvariantCulture));
                i += 4;
            }
            else
            {
                text.Append(Unescape(json[i]));
            }
        }

        return text.ToString();
    }

    private static char Unescape(char escape) =>
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
