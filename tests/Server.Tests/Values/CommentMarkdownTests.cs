using System.Text.Json;
using ClickUpMcp.Tools.Runtime;
using ClickUpMcp.Values;

namespace ClickUpMcp.Tests.Values;

public class CommentMarkdownTests
{
    private static readonly MentionTable People = new MentionedPeople([
        new("1", "Anna Schmidt", "anna.schmidt@acme.example"),
        new("2", "Anna", "anna@acme.example"),
        new("3", "Ben Fischer", "ben@acme.example"),
        new("4", "Twin", "one@acme.example"),
        new("5", "Twin", "two@acme.example"),
    ]).ToTable();

    [Theory]
    [InlineData("plain", """[{"text":"plain"}]""")]
    [InlineData("a **b** c", """[{"text":"a "},{"text":"b","attributes":{"bold":true}},{"text":" c"}]""")]
    [InlineData(
        "*i* _j_",
        """[{"text":"i","attributes":{"italic":true}},{"text":" "},{"text":"j","attributes":{"italic":true}}]"""
    )]
    [InlineData("__b__", """[{"text":"b","attributes":{"bold":true}}]""")]
    [InlineData("***x***", """[{"text":"x","attributes":{"bold":true,"italic":true}}]""")]
    [InlineData(
        "**a *b* c**",
        """[{"text":"a ","attributes":{"bold":true}},{"text":"b","attributes":{"bold":true,"italic":true}},{"text":" c","attributes":{"bold":true}}]"""
    )]
    [InlineData(
        "**a *b***",
        """[{"text":"a ","attributes":{"bold":true}},{"text":"b","attributes":{"bold":true,"italic":true}}]"""
    )]
    [InlineData("~~old~~", """[{"text":"old","attributes":{"strike":true}}]""")]
    [InlineData("`a*b*`", """[{"text":"a*b*","attributes":{"code":true}}]""")]
    [InlineData("`` a`b ``", """[{"text":"a`b","attributes":{"code":true}}]""")]
    [InlineData("**`c`**", """[{"text":"c","attributes":{"bold":true,"code":true}}]""")]
    [InlineData(
        "[docs](https://example.com/a_(b))",
        """[{"text":"docs","attributes":{"link":"https://example.com/a_(b)"}}]"""
    )]
    [InlineData(
        "[**b**](https://e.com \"title\")",
        """[{"text":"b","attributes":{"bold":true,"link":"https://e.com"}}]"""
    )]
    [InlineData("<https://e.com>", """[{"text":"https://e.com","attributes":{"link":"https://e.com"}}]""")]
    [InlineData("![shot](https://e.com/a.png)", """[{"text":"shot","attributes":{"link":"https://e.com/a.png"}}]""")]
    public void Marks_within_a_line(string markdown, string blocks) => Convert(markdown).ShouldBe(blocks);

    [Theory]
    [InlineData("2 * 3 * 4")]
    [InlineData("snake_case_name")]
    [InlineData("**open")]
    [InlineData("a ** b")]
    [InlineData("~one~")]
    [InlineData("`open")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](relative)")]
    [InlineData("[x] (y)")]
    [InlineData("[x](https://e.com")]
    [InlineData("<b>bold</b>")]
    [InlineData("****")]
    [InlineData("#hashtag")]
    [InlineData("---")]
    [InlineData("| a | b |")]
    [InlineData("1.5 hours")]
    [InlineData("me@home")]
    public void What_is_no_complete_mark_stays_literal(string markdown) =>
        Convert(markdown).ShouldBe($"[{{\"text\":\"{markdown}\"}}]");

    [Fact]
    public void A_backslash_takes_the_meaning_of_a_sign_away() =>
        Convert(@"\*a\* C:\dir").ShouldBe("""[{"text":"*a* C:\\dir"}]""");

    [Theory]
    [InlineData("a\nb", """[{"text":"a\nb"}]""")]
    [InlineData("\n\na\r\n\r\nb\n", """[{"text":"a\n\nb"}]""")]
    [InlineData("# Title #\ntext", """[{"text":"Title","attributes":{"bold":true}},{"text":"\ntext"}]""")]
    [InlineData(
        "- a\n- b",
        """[{"text":"a"},{"text":"\n","attributes":{"list":{"list":"bullet"}}},{"text":"b"},{"text":"\n","attributes":{"list":{"list":"bullet"}}}]"""
    )]
    [InlineData(
        "1. a\n2) b",
        """[{"text":"a"},{"text":"\n","attributes":{"list":{"list":"ordered"}}},{"text":"b"},{"text":"\n","attributes":{"list":{"list":"ordered"}}}]"""
    )]
    [InlineData(
        "- [ ] a\n* [x] b",
        """[{"text":"a"},{"text":"\n","attributes":{"list":{"list":"unchecked"}}},{"text":"b"},{"text":"\n","attributes":{"list":{"list":"checked"}}}]"""
    )]
    [InlineData(
        "- a\n  - b\n- c",
        """[{"text":"a"},{"text":"\n","attributes":{"list":{"list":"bullet"}}},{"text":"b"},{"text":"\n","attributes":{"list":{"list":"bullet"},"indent":1}},{"text":"c"},{"text":"\n","attributes":{"list":{"list":"bullet"}}}]"""
    )]
    [InlineData("> q", """[{"text":"q"},{"text":"\n","attributes":{"indent":1}}]""")]
    [InlineData(
        "```cs\nvar *x*;\n\n```\nend",
        """[{"text":"var *x*;"},{"text":"\n","attributes":{"code-block":{"code-block":"cs"}}},{"text":"\n","attributes":{"code-block":{"code-block":"cs"}}},{"text":"end"}]"""
    )]
    [InlineData(
        "~~~\n```\n~~~",
        """[{"text":"```"},{"text":"\n","attributes":{"code-block":{"code-block":"plain"}}}]"""
    )]
    public void Lines_are_told_by_the_break_that_ends_them(string markdown, string blocks) =>
        Convert(markdown).ShouldBe(blocks);

    [Theory]
    [InlineData("@Ben Fischer, hi", """[{"type":"tag","user":{"id":3}},{"text":", hi"}]""")]
    [InlineData("hi @ben@acme.example!", """[{"text":"hi "},{"type":"tag","user":{"id":3}},{"text":"!"}]""")]
    [InlineData("@anna schmidt", """[{"type":"tag","user":{"id":1}}]""")]
    [InlineData("@Anna Smith", """[{"type":"tag","user":{"id":2}},{"text":" Smith"}]""")]
    [InlineData("@Ben, hi", """[{"type":"tag","user":{"id":3}},{"text":", hi"}]""")]
    [InlineData("@ben fischer.", """[{"type":"tag","user":{"id":3}},{"text":"."}]""")]
    [InlineData("@ann.schmidt", """[{"text":"@ann.schmidt"}]""")]
    [InlineData("@anna.schmidt", """[{"type":"tag","user":{"id":1}}]""")]
    [InlineData("@[Ben Fischer]x", """[{"type":"tag","user":{"id":3}},{"text":"x"}]""")]
    [InlineData("[@Whoever](#user_mention#77)", """[{"type":"tag","user":{"id":77}}]""")]
    [InlineData("**@Ben Fischer**", """[{"type":"tag","user":{"id":3}}]""")]
    public void A_name_or_an_address_that_one_person_has_mentions(string markdown, string blocks) =>
        Convert(markdown).ShouldBe(blocks);

    [Theory]
    [InlineData("@Be", "@Be")]
    [InlineData("@all", "@all")]
    [InlineData("(@Benjamin).", "@Benjamin")]
    [InlineData("@Twin", "@Twin")]
    [InlineData("ask @Nobody, please", "@Nobody")]
    [InlineData("`@Ben` mail@ben.example", null)]
    public void What_mentions_nobody_or_two_stays_text_and_is_told(string markdown, string? unknown)
    {
        (JsonElement blocks, IReadOnlyList<string> told) = CommentMarkdown.Convert(markdown, People);

        blocks.GetRawText().ShouldNotContain("tag");
        told.ShouldBe(unknown is null ? [] : [unknown]);
    }

    [Fact]
    public void Depth_and_length_do_no_harm()
    {
        string deep =
            string.Concat(Enumerable.Repeat("*_", 10_000)) + "x" + string.Concat(Enumerable.Repeat("_*", 10_000));
        string open = string.Concat(Enumerable.Repeat("[*`~~x", 8_000));

        TextOf(CommentMarkdown.Convert(deep, People).Blocks).ShouldContain("x");
        Letters(TextOf(CommentMarkdown.Convert(open, People).Blocks)).ShouldBe(Letters(open));
    }

    [Fact]
    public void Any_text_gives_blocks_and_letters_are_never_lost()
    {
        const string Alphabet = "abcÄ計 *_~#>-1.\n\t\\@!&<";
        Random random = new(11);
        for (int i = 0; i < 5_000; i++)
        {
            string given = new([
                .. Enumerable.Range(0, random.Next(40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]),
            ]);

            (JsonElement blocks, _) = CommentMarkdown.Convert(given, MentionTable.Empty);

            Letters(TextOf(blocks)).ShouldBe(Letters(given), given);
        }
    }

    private static string Letters(string text) => new([.. text.Where(char.IsLetter)]);

    private static string TextOf(JsonElement blocks) =>
        string.Concat(blocks.EnumerateArray().Select(static block => block.GetProperty("text").GetString()));

    private static string Convert(string markdown) => CommentMarkdown.Convert(markdown, People).Blocks.GetRawText();
}
