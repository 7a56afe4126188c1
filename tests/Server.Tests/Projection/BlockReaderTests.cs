using System.Text.Json;
using ClickUpMcp.Projection;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Projection;

public class BlockReaderTests
{
    [Theory]
    [InlineData("a **b** *c* ~~d~~ `e` [f](https://e.com)")]
    [InlineData("one\ntwo")]
    [InlineData("- a\n  - b\n1. c\n- [ ] d\n- [x] e")]
    [InlineData("before\n```\nvar *x*;\n```\nafter")]
    public void What_Markdown_became_is_shown_as_it_was(string markdown) =>
        BlockReader.Read(CommentMarkdown.Convert(markdown, MentionTable.Empty).Blocks).ShouldBe(markdown);

    [Theory]
    [InlineData(
        """[{"type":"tag","user":{"id":3,"username":"Ben Fischer"},"text":"@Ben"},{"text":" hi"}]""",
        "@Ben Fischer hi"
    )]
    [InlineData("""[{"type":"emoticon","emoticon":{"code":"1f60a"},"text":"x"}]""", "😊")]
    [InlineData("""[{"type":"emoticon","emoticon":{"code":"odd"},"text":":odd:"}]""", ":odd:")]
    [InlineData("""[{"type":"image"},{"text":"after"},7,null]""", "after")]
    [InlineData("""[{"text":"a\u200bb<!-- hidden -->"}]""", "ab")]
    [InlineData("""[{"text":" ","attributes":{"bold":true}},{"text":"x","attributes":{"bold":"true"}}]""", "**x**")]
    [InlineData("""[]""", null)]
    [InlineData("null", null)]
    [InlineData("\"plain\"", "plain")]
    public void Blocks_of_others_are_read_leniently(string json, string? text)
    {
        using JsonDocument document = JsonDocument.Parse(json);

        BlockReader.Read(document.RootElement).ShouldBe(text);
    }
}
