using System.Text;
using ClickUpMcp.Text;

namespace ClickUpMcp.Tests.Projection;

[Trait("Requirement", "P-01")]
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
        "م",
        "क",
        "\U000E0067",
        "\U000E007F",
        "🏴",
        "`",
        "```",
        "\n```\n",
        "~~~ js hidden",
        "&#8203;",
        "&#x3c;",
        "&gt;",
        "&",
        "<b>",
        "<p hidden>",
        "<i style='display:none'>",
        "<script>",
        "</script>",
        "</p>",
        "[",
        "](",
        "](https://evil.example \"t\")",
        "https://good.example",
        "\n[a]: # (hidden)\n",
        "[a]:",
        ")",
        "\"",
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
    [InlineData("می\u200cخواهم क्\u200dष ശ്രീ", "می\u200cخواهم क्\u200dष ശ്രീ")]
    [InlineData("م\u200c\u200d\u200cم a\u200cم", "م\u200cم aم")]
    [InlineData(
        "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F",
        "🏴\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F"
    )]
    [InlineData("🏴\U000E0069\U000E0067\U000E006E\U000E006F\U000E0072\U000E0065\U000E007F", "🏴")]
    [InlineData("x\U000E0067\U000E0062\U000E0065\U000E006E\U000E0067\U000E007F", "x")]
    public void Hidden_characters_go_and_visible_text_stays(string text, string expected) =>
        OutputSanitizer.Clean(text).ShouldBe(expected);

    [Theory]
    [InlineData("a&#8203;b&#x200B;&shy;&zwnj;&ZeroWidthSpace;c&#xE0041;d&lrm;", "abcd")]
    [InlineData("R&D &amp; &lt;b&gt; &#65; &copy; &#10;", "R&D &amp; &lt;b&gt; &#65; &copy; &#10;")]
    [InlineData("a&lt;!-- hidden --&gt;b &#60;!-- x --> c &LT;!-- open", "ab  c &LT;!-- open")]
    [InlineData("a<span style=\"color:red; DISPLAY : none\">hidden <span>x</span> too</span>b", "ab")]
    [InlineData("a<div hidden>hidden</div>b<p data-x='>' hidden=\"\">hidden</p>c", "abc")]
    [InlineData("a<script>hidden</script >b<STYLE>hidden</style>c<template>x</template>d", "abcd")]
    [InlineData("a<input type=text hidden>b", "ab")]
    [InlineData("a<div style=display:none>hidden to the end", "a")]
    [InlineData(
        "Use <script> and <b style=\"opacity:0.5\">this</b> if a<b",
        "Use <script> and <b style=\"opacity:0.5\">this</b> if a<b"
    )]
    [InlineData("a<scr<!-- x -->ipt>hidden</script>b", "ab")]
    [InlineData(
        "[a](https://x.example \"hidden\") [b](<https://x.example> 'hidden')",
        "[a](https://x.example) [b](https://x.example)"
    )]
    [InlineData("[a](javascript:alert(1)) ![b](data:text/html,x)", "[a](#) ![b](#)")]
    [InlineData(
        "[https://bank.com](https://evil.example/x)",
        "[https://bank.com (leads to evil.example)](https://evil.example/x)"
    )]
    [InlineData(
        "[**bank.com**](https://bank.com@evil.example)",
        "[**bank.com** (leads to evil.example)](https://bank.com@evil.example)"
    )]
    [InlineData(
        "[Node.js](https://nodejs.org) [www.a.com](https://a.com) [a](b) [x]",
        "[Node.js](https://nodejs.org) [www.a.com](https://a.com) [a](b) [x]"
    )]
    [InlineData("a\n[//]: # (hidden)\n[comment]: <> 'hidden'\nb", "a\nb")]
    [InlineData(
        "[1]: https://x.example \"hidden\"\n[2]: https://y.example\n  'hidden'\nb",
        "[1]: https://x.example\n[2]: https://y.example\nb"
    )]
    [InlineData("[LATER]: call Bob (today)\n[x] done", "[LATER]: call Bob (today)\n[x] done")]
    [InlineData("```js hidden words\nx\n```", "```js\nx\n```")]
    [InlineData("~~~ {hidden}\nx\n~~~", "~~~\nx\n~~~")]
    [InlineData("```html\n<!-- shown --><p hidden>\n```\n<!-- hidden -->", "```html\n<!-- shown --><p hidden>\n```\n")]
    [InlineData("Write `<!-- so -->` and ``a ` <p hidden>``.", "Write `<!-- so -->` and ``a ` <p hidden>``.")]
    [InlineData("`<!-- no end of code -->", "`")]
    [InlineData("```\n<!-- no end of the fence -->", "```\n")]
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
            Visible(clean).EnumerateRunes().Any(InvisibleText.IsInvisible).ShouldBeFalse(Escape(text));
            string line = OutputSanitizer.CleanLine(text);
            (OutputSanitizer.CleanLine(line) == line).ShouldBeTrue(Escape(text));
            line.AsSpan().IndexOfAny("\n\t").ShouldBe(-1, Escape(text));
            line.Contains("<!--", StringComparison.Ordinal).ShouldBeFalse(Escape(text));
            line.Contains("<p hidden>", StringComparison.Ordinal).ShouldBeFalse(Escape(text));
            line.Contains("&#8203;", StringComparison.Ordinal).ShouldBeFalse(Escape(text));
        }
    }

    [Fact]
    public void Hidden_text_in_hidden_text_ends_without_markup()
    {
        // Each removal forms the next comment; a repeated search would need 50,000 passes.
        const int Levels = 50_000;
        string text =
            string.Concat(Enumerable.Repeat("<!", Levels))
            + "<!-- -->"
            + string.Concat(Enumerable.Repeat("-- -->", Levels));

        string clean = OutputSanitizer.Clean(text);
        clean.ShouldNotContain("<");
        OutputSanitizer.Clean(clean).ShouldBe(clean);
    }

    [Theory]
    [InlineData("<p hidden>")]
    [InlineData("<p title='")]
    [InlineData("<!-")]
    [InlineData("<p hidden>x</p>")]
    [InlineData("<script>")]
    [InlineData("&#60;!--")]
    [InlineData("](x '")]
    [InlineData("[[](")]
    [InlineData("[a]: # (x\n")]
    [InlineData("` `` ")]
    [InlineData("```\n````\n")]
    [InlineData("~~~ x\n")]
    [InlineData("m\u200c")]
    [InlineData("🏴\U000E0067")]
    public void No_text_takes_more_than_its_length(string piece)
    {
        // Quadratic work would be some 10^12 steps, which no run waits for.
        string text = string.Concat(Enumerable.Repeat(piece, 1_000_000 / piece.Length));

        string clean = OutputSanitizer.Clean(text);
        OutputSanitizer.Clean(clean).ShouldBe(clean);
    }

    [Fact]
    public void P_01_what_people_write_stays_as_they_see_it()
    {
        string[] words =
        [
            "word",
            "Größe",
            "naïve",
            "żółć",
            "Привет",
            "Ελλάδα",
            "日本語",
            "漢字",
            "葛\U000E0100",
            "한국어",
            "中文，",
            "ไทย",
            "עִבְרִית",
            "العربية",
            "می\u200cخواهم",
            "हिन्दी",
            "क्\u200dष",
            "தமிழ்",
            "မြန်မာ",
            "ខ្មែរ",
            "አማርኛ",
            "👩\u200d👩\u200d👧\u200d👦",
            "❤️\u200d🔥",
            "👍🏽",
            "🇩🇪",
            "1\ufe0f\u20e3",
            "🏳️\u200d🌈",
            "🏴\U000E0067\U000E0062\U000E0073\U000E0063\U000E0074\U000E007F",
            "©",
            "№",
            "a<b",
            "x & y",
            "[x]",
            "**bold**",
            "`<!-- c -->`",
            "[docs](https://docs.example/a)",
            "- item",
            "> quote",
            "50%",
            "\"said\"",
            "a_b",
            "(c)",
            "~5",
            "#tag",
            "@name",
        ];
        Random random = new(4);
        for (int i = 0; i < 20_000; i++)
        {
            string text = string.Join(
                random.Next(8) == 0 ? '\n' : ' ',
                Enumerable.Range(0, 1 + random.Next(12)).Select(_ => words[random.Next(words.Length)])
            );
            OutputSanitizer.Clean(text).ShouldBe(text);
        }
    }

    [Fact]
    public void What_is_passed_over_without_a_look_is_what_stays_in_every_neighbourhood()
    {
        // The emoji has each character looked at, which is what the quick way saves.
        for (int c = 0; c <= char.MaxValue; c++)
        {
            if (InvisibleText.IsPlain((char)c))
            {
                string shown = $"x{(char)c}{(char)c}y";
                OutputSanitizer.Clean($"{shown}\U0001F600").ShouldBe($"{shown}\U0001F600");
                OutputSanitizer.Clean(shown).ShouldBe(shown);
            }
        }
    }

    [Fact]
    public void All_of_the_tag_block_and_the_control_characters_go()
    {
        foreach (int value in Enumerable.Range(0xE0000, 0x80).Concat(Enumerable.Range(0x80, 0x20)).Append(0x7f))
        {
            OutputSanitizer.Clean("a" + new Rune(value) + "b").ShouldBe(value == 0x85 ? "a\nb" : "ab");
        }
    }

    // Joiners of scripts that need them and the tags of flags are wanted, and have tests of their own.
    private static string Visible(string text) =>
        text.Replace("م\u200cم", "مم", StringComparison.Ordinal).Replace("क\u200cक", "कक", StringComparison.Ordinal);

    private static string Escape(string text) => string.Concat(text.Select(static c => $"\\u{(int)c:x4}"));
}
