using System.Text;
using System.Text.Json;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Fuzz;

/// <summary>Any text becomes blocks, each of which is a text or a mention.</summary>
internal sealed class MarkdownTarget : IFuzzTarget
{
    public string Name => "markdown";

    public IReadOnlyList<byte[]> Seeds { get; } =
    [
        .. (
            (string[])
                [
                    "# Title\n\n**bold** _it_ ~~no~~ `code`",
                    "- a\n  - b\n    1. c\n- [ ] do\n- [x] done",
                    "> quote\n> more\n\n---\n| a | b |\n|---|---|",
                    "```cs\nvar x = 1;\n```\ntext",
                    "[link](https://example.com \"t\") ![img](x) <https://a.b>",
                    "@anna and @[Ben Fischer] or a@b.example",
                    "***a* b** __c__ \\*d\\* 😀",
                ]
        ).Select(Encoding.UTF8.GetBytes),
    ];

    public IReadOnlyList<string> Words { get; } =
    [
        "**",
        "__",
        "~~",
        "`",
        "```",
        "](",
        "[",
        "@",
        "@anna",
        "\n",
        "\n- ",
        "\n1. ",
        "\n> ",
        "\\",
        "<",
        "![",
        "    ",
        "\t",
    ];

    public void Run(byte[] input)
    {
        MentionTable mentions = new(static (name, _) => name == "anna" ? 7 : null);
        (JsonElement blocks, _) = CommentMarkdown.Convert(FuzzCheck.Text(input), mentions);
        foreach (JsonElement block in blocks.EnumerateArray())
        {
            FuzzCheck.Holds(
                block.TryGetProperty("text", out JsonElement text)
                    ? text.ValueKind == JsonValueKind.String
                    : block.GetProperty("type").ValueKind == JsonValueKind.String,
                "a block is neither a text nor a mention"
            );
        }
    }
}
