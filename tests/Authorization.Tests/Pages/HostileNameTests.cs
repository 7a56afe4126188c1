using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ClickUpMcp.Authorization.Pages;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Authorization.Tests.Pages;

/// <summary>Names that clients and users choose never become markup and never hide what they are.</summary>
public sealed partial class HostileNameTests
{
    private const int MostPieces = 6;

    private static readonly string[] Pieces =
    [
        "<script>alert(1)</script>",
        "</bdi></h1><form action=//evil.example>",
        "\" onmouseover=\"alert(1)",
        "' autofocus onfocus='x",
        "&lt;b&gt;&#x202e;",
        "<!--",
        "-->",
        "]]>",
        "\u202Elitnediserp\u202C",
        "\u2066\u2069\u200F\u061C",
        "\u200B\u200C\u2060\uFEFF",
        "\U000E0041\U000E0042",
        "\0\u0001\u001B[31m\r\n\t",
        "\uD800",
        "\uDC00",
        "مرحبا",
        "שלום",
        "👩‍👩‍👧",
        "Z͑ͫ̓ͪ̂ͫ̽͏̴̙̤̞͉͚̯̞̠͍A",
        "{{7*7}}${7*7}<%= 7 %>",
        "javascript:alert(1)",
        "Claude",
        " ",
        new string('W', 10_240),
    ];

    [Fact]
    [Trait("Requirement", "O-03")]
    public void Whatever_a_name_is_the_page_has_the_same_elements_and_shows_it_cleaned_and_short()
    {
        string[][] shapes = [.. SamplePages.All("Notes").Select(page => Shape(PageMarkup.Read(page)))];
        Gen<string> names = Gen.Choose(1, MostPieces)
            .SelectMany(count => Gen.Elements(Pieces).ArrayOf(count))
            .Select(string.Concat);
        Prop.ForAll(
                names.ToArbitrary(),
                name =>
                {
                    foreach ((Page hostile, string[] shape) in SamplePages.All(name).Zip(shapes))
                    {
                        XElement page = PageMarkup.Read(hostile);
                        Shape(page).ShouldBe(shape);
                        page.Descendants("bdi").ShouldAllBe(shown => IsHarmless(shown.Value));
                    }
                }
            )
            .Check(Config.QuickThrowOnFailure);
    }

    [Theory]
    [InlineData("", "(no name)")]
    [InlineData("\u200B\u202E \n", "(no name)")]
    [InlineData("Cla\u200Bude", "Claude")]
    [InlineData("\u202EedualC", "edualC")]
    [InlineData("<b>Claude</b>", "<b>Claude</b>")]
    [InlineData("Cla\u200Cude", "Claude")]
    [InlineData("\u0645\u0627\u200B\u200C\u2060\u0645\u0631", "\u0645\u0627\u200C\u0645\u0631")]
    [Trait("Requirement", "O-03")]
    public void A_name_is_shown_without_what_cannot_be_seen(string name, string shown) =>
        PageMarkup
            .Read(SamplePages.Consent(name))
            .Descendants("bdi")
            .Select(element => element.Value)
            .ShouldAllBe(text => text == shown);

    [Fact]
    public void A_long_name_is_cut_between_characters()
    {
        string name = string.Concat(Enumerable.Repeat("😀", 60));

        string shown = PageMarkup.Read(SamplePages.Consent(name)).Descendants("bdi").First().Value;

        shown.ShouldEndWith("😀…");
        shown.Length.ShouldBeLessThanOrEqualTo(80);
    }

    // Between Arabic letters one changes what a person sees, and stays: docs/decisions/0040-hidden-text.md.
    [GeneratedRegex(
        "(?<=[\u0620-\u064A])\u200C(?=[\u0620-\u064A])",
        RegexOptions.CultureInvariant,
        matchTimeoutMilliseconds: 1000
    )]
    private static partial Regex ShownNonJoiner();

    private static string[] Shape(XElement page) =>
        [
            .. page.DescendantsAndSelf()
                .Select(element =>
                    $"{element.Name} {string.Join(' ', element.Attributes().Select(attribute => attribute.Name.LocalName))}"
                ),
        ];

    private static bool IsHarmless(string shown) =>
        shown.Length is > 0 and <= 80
        && ShownNonJoiner()
            .Replace(shown, "")
            .EnumerateRunes()
            .All(rune =>
                Rune.GetUnicodeCategory(rune)
                    is not (
                        System.Globalization.UnicodeCategory.Control
                        or System.Globalization.UnicodeCategory.LineSeparator
                        or System.Globalization.UnicodeCategory.ParagraphSeparator
                    )
                && rune.Value
                    is not (
                        >= 0x202A
                        and <= 0x202E
                        or >= 0x2066
                        and <= 0x2069
                        or >= 0xE0000
                        and <= 0xE007F
                        or 0x200B
                        or 0x200C
                        or 0x200E
                        or 0x200F
                        or 0x2060
                        or 0xFEFF
                    )
            );
}
