using System.Text.Json;

namespace ClickUpMcp.Tests.Binding;

/// <summary>Random JSON values, near the edges that the schemas draw.</summary>
internal sealed class ValueGenerator(int seed)
{
    private static readonly string[] Numbers =
    [
        "0",
        "-0",
        "-0.0",
        "1",
        "1.0",
        "1e0",
        "100",
        "101",
        "-3",
        "-4",
        "1.5",
        "-1.5",
        "1.50000001",
        "5e-1",
        "1e400",
        "-1e400",
        "9",
        "9.0",
        "10",
        "1e1",
        "0.1e1",
        "1e21",
        "123456789012345678901234567890",
    ];

    private static readonly string[] Pieces =
    [
        "a",
        "Z",
        "7",
        "_",
        "-",
        "@",
        ".",
        " ",
        "\n",
        "\t",
        "\u0001",
        "\u007f",
        "\u0085",
        "\u00a0",
        "\ufeff",
        "\u2028",
        "é",
        "漢",
        "😀",
        "https://",
        "a@b.c",
        "high",
        "low",
        "HIGH",
        "abc",
        "",
    ];

    private readonly Random _random = new(seed);

    public string Value(int depth) =>
        _random.Next(depth > 0 ? 9 : 6) switch
        {
            0 => Pick(["true", "false", "null"]),
            1 or 2 => Pick(Numbers),
            3 or 4 or 5 => Text(),
            6 or 7 => $"[{string.Join(',', Enumerable.Range(0, _random.Next(5)).Select(_ => Value(depth - 1)))}]",
            _ => Object(depth),
        };

    private string Object(int depth)
    {
        IEnumerable<string> names = new[] { "a", "b" }.Where(_ => _random.Next(3) > 0);
        return $"{{{string.Join(',', names.Select(n => $"\"{n}\":{Value(depth - 1)}"))}}}";
    }

    private string Text()
    {
        string text = string.Concat(Enumerable.Range(0, _random.Next(5)).Select(_ => Pick(Pieces)));
        return JsonSerializer.Serialize(text, TestJson.Default.String);
    }

    private string Pick(string[] values) => values[_random.Next(values.Length)];
}
