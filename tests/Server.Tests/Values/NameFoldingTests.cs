using ClickUpMcp.Values;
using FsCheck;
using FsCheck.Fluent;

namespace ClickUpMcp.Tests.Values;

public class NameFoldingTests
{
    [Theory]
    [InlineData("Two  spaces", "two spaces")]
    [InlineData("Two\tspaces", "TWO SPACES")]
    [InlineData("Two\u00A0spaces", "Two spaces")]
    [InlineData("  Two \u2003 spaces\n", "Two spaces")]
    [InlineData("Ideas\u200B", "Ideas")]
    [InlineData("I\u00ADdeas\uFEFF", "ideas")]
    [InlineData("☑\uFE0F done", "☑ done")]
    [InlineData("Cafe\u0301", "Café")]
    [InlineData("a\u0323\u0301", "a\u0301\u0323")]
    [InlineData("\u1EA5", "a\u0302\u0301")]
    [InlineData("Ｓｐｒｉｎｔ　４２", "Sprint 42")]
    [InlineData("oﬃce ﬁles", "office files")]
    [InlineData("STRASSE", "straße")]
    [InlineData("Ünï", "u\u0308NI\u0308")]
    [InlineData("한글", "\u1112\u1161\u11AB\u1100\u1173\u11AF")]
    [InlineData("ｶﾞ", "ガ")]
    [InlineData("№ 5", "No 5")]
    [InlineData("ΣΑΣ", "σας")]
    public void What_readers_take_for_the_same_is_the_same(string one, string other) =>
        FoldedName.Of(one).Plain.ShouldBe(FoldedName.Of(other).Plain);

    [Theory]
    [InlineData("Sprint 42 (11/25 - 12/8)", "SPRINT 42 11 25 12 8")]
    [InlineData("🚀 Launch!", "LAUNCH")]
    [InlineData("José Łukasz Ørsted", "JOSE LUKASZ ORSTED")]
    [InlineData("C++", "C++")]
    [InlineData("C#", "C#")]
    [InlineData("Sprint #42", "SPRINT 42")]
    [InlineData("R&D", "R D")]
    [InlineData("कि", "कि")]
    [InlineData("🚀", "")]
    public void Words_are_letters_and_digits(string name, string words) => FoldedName.Of(name).Words.ShouldBe(words);

    [Theory]
    [InlineData("webapp", "Web App", true)]
    [InlineData("web-app", "Web_App", true)]
    [InlineData("to-do", "To Do", true)]
    [InlineData("Muller", "Müller", true)]
    [InlineData("C", "C++", false)]
    [InlineData("C#", "C++", false)]
    [InlineData("1.1", "11", false)]
    [InlineData("Sprint 4 2", "Sprint 42", false)]
    [InlineData("🚀", "🎉", false)]
    [InlineData("कि", "की", false)]
    public void Whole_names_differ_in_more_than_signs(string one, string other, bool isWhole)
    {
        FoldedName.Of(one).IsWhole(FoldedName.Of(other)).ShouldBe(isWhole);
        FoldedName.Of(other).IsWhole(FoldedName.Of(one)).ShouldBe(isWhole);
    }

    [Fact]
    public void Folding_twice_is_folding_once() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<string?>(static text =>
            {
                FoldedName once = FoldedName.Of(text ?? "");
                return FoldedName.Of(once.Plain).Plain == once.Plain && FoldedName.Of(once.Words).Words == once.Words;
            })
        );

    [Fact]
    public void Every_character_folds_to_something_stable()
    {
        for (int value = 0; value < 0x11000; value++)
        {
            string text = value is >= 0xD800 and < 0xE000 ? "x" : $"a{char.ConvertFromUtf32(value)}b";
            string plain = FoldedName.Of(text).Plain;
            FoldedName.Of(plain).Plain.ShouldBe(plain, $"U+{value:X4}");
        }
    }

    [Fact]
    public void Spaces_and_invisible_characters_never_matter() =>
        Check.QuickThrowOnFailure(
            Prop.ForAll<NonEmptyString, PositiveInt>(
                static (name, at) =>
                {
                    string text = new([.. name.Get.Where(static c => !char.IsSurrogate(c))]);
                    int place = text.Length == 0 ? 0 : at.Get % text.Length;
                    string other = $" \u200B{text[..place]}\u200D{text[place..]}\u00A0";
                    return FoldedName.Of(text).Plain == FoldedName.Of(other).Plain;
                }
            )
        );
}
