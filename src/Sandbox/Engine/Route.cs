namespace ClickUpMcp.Sandbox.Engine;

/// <summary>One row of the routing table; path segments in braces are parameters.</summary>
internal sealed class Route(string method, string pattern, Endpoint endpoint)
{
    public string Method { get; } = method;

    public string Pattern { get; } = pattern;

    public string[] Segments { get; } = pattern.Split('/', StringSplitOptions.RemoveEmptyEntries);

    public Endpoint Endpoint { get; } = endpoint;

    /// <summary>Whether it is served without a token.</summary>
    public bool IsOpen { get; init; }

    public int Literals => Segments.Count(static segment => !IsParameter(segment));

    /// <summary>The parameters, or null where the path does not match.</summary>
    public Dictionary<string, string>? Match(string[] path)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < path.Length; index++)
        {
            var segment = Segments[index];
            if (IsParameter(segment))
            {
                values[segment[1..^1]] = Uri.UnescapeDataString(path[index]);
            }
            else if (!string.Equals(segment, path[index], StringComparison.Ordinal))
            {
                return null;
            }
        }

        return values;
    }

    private static bool IsParameter(string segment) => segment[0] == '{';
}
