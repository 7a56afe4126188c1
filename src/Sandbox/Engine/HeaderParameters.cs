using System.Text;

namespace ClickUpMcp.Sandbox.Engine;

/// <summary>The parameters of a header's value: <c>form-data; name="a"; filename="b"</c>.</summary>
internal static class HeaderParameters
{
    public static Dictionary<string, string> Of(string value)
    {
        var parameters = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        var at = value.IndexOf(';', StringComparison.Ordinal);
        while (at >= 0)
        {
            var equals = value.IndexOf('=', at);
            if (equals < 0)
            {
                break;
            }

            var name = value[(at + 1)..equals].Trim();
            at = equals + 1;
            parameters[name] = at < value.Length && value[at] == '"' ? Quoted(value, ref at) : Plain(value, ref at);
        }

        return parameters;
    }

    private static string Plain(string value, ref int at)
    {
        var start = at;
        at = value.IndexOf(';', at);
        return value[start..(at < 0 ? value.Length : at)].Trim();
    }

    // Browsers write a quote as %22, other programs put a backslash before it.
    private static string Quoted(string value, ref int at)
    {
        var text = new StringBuilder();
        for (at++; at < value.Length && value[at] != '"'; at++)
        {
            if (value[at] == '\\' && at + 1 < value.Length && value[at + 1] is '"' or '\\')
            {
                at++;
            }

            text.Append(value[at]);
        }

        at = at < value.Length ? value.IndexOf(';', at) : -1;
        return text.Replace("%22", "\"").Replace("%0D", "\r").Replace("%0A", "\n").ToString();
    }
}
