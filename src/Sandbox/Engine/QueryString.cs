namespace ClickUpMcp.Sandbox.Engine;

/// <summary>A parsed query; names it is not asked for are ignored, as the API does.</summary>
internal sealed class QueryString
{
    private readonly List<KeyValuePair<string, string>> _pairs = [];

    public QueryString(string raw)
    {
        foreach (var part in raw.TrimStart('?').Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            var name = equals < 0 ? part : part[..equals];
            var value = equals < 0 ? "" : part[(equals + 1)..];
            _pairs.Add(new(Decode(name), Decode(value)));
        }
    }

    public IReadOnlyList<KeyValuePair<string, string>> Pairs => _pairs;

    public string? Text(string name) =>
        _pairs.Where(pair => pair.Key == name).Select(static pair => pair.Value).FirstOrDefault();

    public bool Has(string name) => Text(name) is not null;

    public bool IsTrue(string name) => Text(name) is "true" or "1";

    public IReadOnlyList<string> All(string name) =>
        [.. _pairs.Where(pair => pair.Key == name).Select(static pair => pair.Value)];

    /// <summary>The values of <c>name[]</c>; the name without brackets is what the refusal is for.</summary>
    public IReadOnlyList<string> Array(string name, Func<ApiException> refusal) =>
        Has(name) ? throw refusal() : All(name + "[]");

    /// <summary>A whole number, or null where absent; anything else is a 500, as on the wire.</summary>
    public long? Number(string name)
    {
        var text = Text(name);
        return string.IsNullOrEmpty(text) ? null
            : long.TryParse(text, out var number) ? number
            : throw Refuse.BadQuery(name);
    }

    private static string Decode(string text) => Uri.UnescapeDataString(text.Replace('+', ' '));
}
