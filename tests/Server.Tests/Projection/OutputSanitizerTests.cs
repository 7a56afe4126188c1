using System.Text;
using ClickUpMcp.Projection;

namespace ClickUpMcp.Tests.Projection;

public class OutputSanitizerTests
{
    private static readonly string[] Pieces =
    [
        "a",
        " ",
        "\n",
        "\t",
        "\r\n",
        "\r",
        "<",
        "!",
        "-",
        "--",
        ">",
        "<!--",
        "-->",
        "<!-",
        "->",
        "\u200b",
        "\u200c",
        "\u200d",
        "\u200e",
        "\u202e",
        "\u2066",
        "\u00ad",
        "\ufeff",
        "\ufe0f",
        "\ufe00",
        "\u0007",
        "\u009b",
        "\U000E0041",
        "\U000E0100",
        "漢",
        "👩",
        "👧",
        "🏽",
        "❤",
        "©",
        "\ud800",
        "\udc00",
        "\u2028",
        "é",
        "1",
    ];

    [Theory]
    [InlineData("plain text, nothing to do", "plain text, nothing to do")]
    [InlineData("a\u200bb\u200c\u200d\u2060\ufeffc", "abc")]
    [InlineData("a\u202eb\u202c\u2066\u2069\u200e\u200f\u061cc", "abc")]
    [InlineData("soft\u00adhyphen", "softhyphen")]
    [InlineData("bell\u0007esc\u001b[2Jcsi\u009bnul\0", "bellesc[2Jcsinul")]
    [InlineData("a\r\nb\rc\td", "a\nb\nc\td")]
    [InlineData("a\u2028b", "a\nb")]
    [InlineData("tag\U000E0041\U000E0042s", "tags")]
    [InlineData("👩\u200d👩\u200d👧\u200d👦", "👩\u200d👩\u200d👧\u200d👦")]
    [InlineData("❤️\u200d🔥", "❤️\u200d🔥")]
    [InlineData("🏳️\u200d🌈 👍🏽", "🏳️\u200d🌈 👍🏽")]
    [InlineData("👩\u200dx", "👩x")]
    [InlineData("x\u200d👩", "x👩")]
    [InlineData("1\ufe0f\u20e3", "1\ufe0f\u20e3")]
    [InlineData("\ufe0fx", "x")]
    [InlineData(" \ufe01", " ")]
    [InlineData("x\ufe00\ufe01\ufe02", "x\ufe00")]
    [InlineData("葛\U000E0100城市", "葛\U000E0100城市")]
    [InlineData("x\U000E0100", "x")]
    [InlineData("日本語 한국어 中文 עברית العربية", "日本語 한국어 中文 עברית العربية")]
    [InlineData("a<!-- hidden -->b", "ab")]
    [InlineData("a<!-- <!-- hidden --> b", "a b")]
    [InlineData("a<!<!-- x -->-- hidden -->b", "ab")]
    [InlineData("a<\u200b!-- hidden -->b", "ab")]
    [InlineData("a<!-->b", "ab")]
    [InlineData("a<!-- hidden to the end", "a")]
    public void Hidden_text_goes_and_visible_text_stays(string text, string expected) =>
        OutputSanitizer.Clean(text).ShouldBe(expected);

    [Fact]
    public void Half_a_surrogate_pair_becomes_the_replacement_character() =>
        OutputSanitizer.Clean("half \ud800 pair").ShouldBe("half \ufffd pair");

    [Fact]
    public void Cleaning_is_idempotent_and_leaves_nothing_hidden()
    {
        Random random = new(17);
        for (int i = 0; i < 50_000; i++)
        {
            string text = string.Concat(
                Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)])
            );
            string clean = OutputSanitizer.Clean(text);
            (OutputSanitizer.Clean(clean) == clean).ShouldBeTrue(Escape(text));
            clean.Contains("<!--", StringComparison.Ordinal).ShouldBeFalse(Escape(text));
            clean.EnumerateRunes().Any(InvisibleText.IsInvisible).ShouldBeFalse(Escape(text));
            string line = OutputSanitizer.CleanLine(text);
            (OutputSanitizer.CleanLine(line) == line).ShouldBeTrue(Escape(text));
            line.AsSpan().IndexOfAny("\n\t").ShouldBe(-1, Escape(text));
        }
    }

    [Fact]
    public void A_hostile_text_takes_linear_time()
    {
        // Each removal forms the next comment; a repeated search would need 50,000 passes.
        const int Levels = 50_000;
        string text =
            string.Concat(Enumerable.Repeat("<!", Levels))
            + "<!-- -->"
            + string.Concat(Enumerable.Repeat("-- -->", Levels));

        OutputSanitizer.Clean(text).ShouldBe(string.Empty);
    }

    [Fact]
    public void All_of_the_tag_block_and_the_control_characters_go()
    {
        foreach (int value in Enumerable.Range(0xE0000, 0x80).Concat(Enumerable.Range(0x80, 0x20)).Append(0x7f))
        {
            OutputSanitizer.Clean("a" + new Rune(value) + "b").ShouldBe(value == 0x85 ? "a\nb" : "ab");
        }
    }

    private static string Escape(string text) => string.Concat(text.Select(static c => $"\\u{(int)c:x4}"));
}
